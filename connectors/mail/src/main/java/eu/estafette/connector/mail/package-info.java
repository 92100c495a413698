/** Notices by mail with calendar entries, and what mail brings back: calendar replies, bounces, answers by signed link. */
@NullMarked
package eu.estafette.connector.mail;

import org.jspecify.annotations.NullMarked;
