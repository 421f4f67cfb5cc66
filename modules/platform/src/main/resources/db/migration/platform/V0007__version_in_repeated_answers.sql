alter table platform.answered_request add column etag text check (length(etag) between 1 and 50);
comment on column platform.answered_request.etag is 'Version of the resource as it was answered the first time.';
