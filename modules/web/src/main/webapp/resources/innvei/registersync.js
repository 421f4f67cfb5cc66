// The register's panel looks again while an answer may come any moment, and stops after a while or when nothing is on its way.
(() => {
  const WAITS = [400, 600, 800, 1000, 1000, 2000, 2000, 4000, 4000, 8000];

  const look = async (tries) => {
    const panel = document.getElementById('registeret');
    const address = panel?.dataset.seIgjen;
    if (!address || tries >= WAITS.length) return;
    await new Promise((resolve) => setTimeout(resolve, WAITS[tries]));
    try {
      const response = await fetch(address, { headers: { Accept: 'text/html' }, redirect: 'error' });
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const fresh = page.getElementById('registeret');
        if (fresh && fresh.textContent !== panel.textContent && !panel.contains(document.activeElement)) {
          // in place: a screen reader announces the status region only when it stays the same element
          for (const part of ['[role=status]', 'tbody']) {
            const now = fresh.querySelector(part);
            if (now) panel.querySelector(part)?.replaceChildren(...now.childNodes);
          }
        }
        if (fresh) panel.dataset.seIgjen = fresh.dataset.seIgjen ?? '';
      }
    } catch {
      return; // logged out or the server is away: the page is as true as when it was loaded
    }
    look(tries + 1);
  };

  look(0);
})();
