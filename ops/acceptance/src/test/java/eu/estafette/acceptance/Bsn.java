package eu.estafette.acceptance;

/** Valid BSNs to tell people apart: the eleven test with weights 9 to 2 and -1. */
public final class Bsn {

    private Bsn() {}

    /** The first {@code count} of them. */
    public static java.util.List<String> numbers(int count) {
        return java.util.stream.IntStream.iterate(900_000_000, candidate -> candidate + 1)
                .filter(Bsn::isValid)
                .limit(count)
                .mapToObj(Integer::toString)
                .toList();
    }

    private static boolean isValid(int number) {
        int sum = -(number % 10);
        int rest = number / 10;
        for (int weight = 2; weight <= 9; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        return sum % 11 == 0;
    }
}
