/** Users of the token's tenant, and onboarding for the directorate, over REST. There are no pages here yet. */
package no.innvei.web.tenancy;
