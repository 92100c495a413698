package eu.estafette.domain.party;

public enum CoachKind {
    VOLUNTEER,
    PROFESSIONAL,
    EXTERNAL,
    INTERNAL
}
