/**
 * The demo participants: 600 invented people with believable families, permits and progress, loaded through the application's own REST interface
 * by its demo users. The same seed gives the same people; their dates follow today.
 */
package no.innvei.devstack.demo;
