/** The participant with permits, settlement and names, and the state of an import. Knows no container and no database beyond its mapping. */
package no.innvei.participant.domain;
