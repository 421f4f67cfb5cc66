-- The preview of an import of 5 000 rows is an answer too.
alter table platform.answered_request drop constraint answered_request_body_check;
alter table platform.answered_request add constraint answered_request_body_check check (length(body) <= 2000000);
