/** Users of the token's tenant over REST, for its administrator's own tools. There are no pages here yet. */
package no.innvei.web.tenancy;
