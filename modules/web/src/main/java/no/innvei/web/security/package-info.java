/** What stands before every page and resource: headers, the kind of login, who the user is in our database, and the scope the request runs in. */
package no.innvei.web.security;
