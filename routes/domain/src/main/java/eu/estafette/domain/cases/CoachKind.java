package eu.estafette.domain.cases;

public enum CoachKind {
    VOLUNTEER,
    PROFESSIONAL,
    EXTERNAL,
    INTERNAL
}
