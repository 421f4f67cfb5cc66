/** Norwegian in both written forms: which one this request uses, where the words lie, how dates and numbers are written. */
package no.innvei.web.text;
