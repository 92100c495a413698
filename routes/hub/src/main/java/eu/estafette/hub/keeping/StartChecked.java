package eu.estafette.hub.keeping;

/** The start was looked at and is not refused. */
record StartChecked() {}
