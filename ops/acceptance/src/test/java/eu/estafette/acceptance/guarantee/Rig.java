package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.acceptance.PartnerApi;
import eu.estafette.acceptance.oracle.History;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hubs of one group on one broker, with their partners. Several trials can follow each other on it, each with persons of its own. */
final class Rig implements AutoCloseable {

    private final Partners partners;
    private final Estate estate;
    private final List<HubProcess> hubs = new ArrayList<>();
    private int persons;

    private Rig(Partners partners, Estate estate) {
        this.partners = partners;
        this.estate = estate;
    }

    /**
     * @param pairs   of a municipality and a coach organisation
     * @param options of the hubs' JVMs
     */
    static Rig start(Path folder, int pairs, int hubs, Brokers brokers, String... options) throws Exception {
        Partners partners = Partners.start(pairs, new History());
        Path config = partners.write(folder.resolve("config"));
        var rig = new Rig(partners, new Estate(folder, config, partners.names().all(), brokers));
        for (int hub = 1; hub <= hubs; hub++) {
            rig.hubs.add(rig.estate.hub("hub-" + hub, options));
        }
        return rig;
    }

    Partners partners() {
        return partners;
    }

    Estate estate() {
        return estate;
    }

    /** @param number from 0 */
    HubProcess hub(int number) {
        return hubs.get(number);
    }

    /** As fast as the hubs take it. */
    Trial trial(String fault, int events, int cases) {
        return trial(fault, events, cases, Duration.ZERO);
    }

    /** @param pace pause after each event of a case */
    Trial trial(String fault, int events, int cases, Duration pace) {
        List<Course> courses = new Courses(partners.names(), "R" + persons).of(cases, events, persons);
        persons += cases;
        List<PartnerApi> apis = hubs.stream().map(estate::api).toList();
        return Trial.start(fault, apis, partners, courses, pace);
    }

    void assertNothingTwiceInKafka() {
        var committed = new Committed(estate.kafka());
        assertThat(committed.noticesTwice()).as("notices on the lanes").isEmpty();
        assertThat(committed.receiptsTwice()).as("receipts").isEmpty();
    }

    @Override
    public void close() throws Exception {
        estate.close();
        partners.close();
    }
}
