/** Pages and resources of introduction programmes and integration plans. A view calls one use case and turns the outcome into words. */
package no.innvei.web.introduction;
