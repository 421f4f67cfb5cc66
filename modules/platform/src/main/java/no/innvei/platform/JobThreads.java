package no.innvei.platform;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The server's managed threads as an executor that the job scheduler may shut down: only its own work ends, not the server's executor. */
final class JobThreads extends AbstractExecutorService {

    private final Executor managed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int running;
    private boolean shutdown;

    JobThreads(Executor managed) {
        this.managed = managed;
    }

    @Override
    public void execute(Runnable work) {
        lock.lock();
        try {
            if (shutdown) {
                throw new RejectedExecutionException("the job scheduler stops");
            }
            running++;
        } finally {
            lock.unlock();
        }
        try {
            managed.execute(() -> {
                try {
                    work.run();
                } finally {
                    ended();
                }
            });
        } catch (RejectedExecutionException e) {
            ended();
            throw e;
        }
    }

    private void ended() {
        lock.lock();
        try {
            running--;
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void shutdown() {
        lock.lock();
        try {
            shutdown = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && running == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lock();
        try {
            while (running > 0) {
                if (left <= 0) {
                    return false;
                }
                left = idle.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
