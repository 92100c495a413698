package eu.estafette.domain.party;

/**
 * The roles around a person (domain section 2). The person, SUBJECT, is never an addressee. A REGISTER holds no role on a case; it is
 * subscribed to who has one.
 */
public enum Role {
    SUBJECT,
    REFERRER,
    COUNSELLOR,
    COACH,
    COACH_ORGANISATION,
    UMBRELLA,
    COMMISSIONER,
    EMPLOYMENT_SERVICE,
    WELFARE,
    TRAINING,
    INTEGRATION,
    EMPLOYER,
    WORKPLACE,
    COORDINATOR,
    SPECIALIST,
    OPERATOR,
    REGISTER
}
