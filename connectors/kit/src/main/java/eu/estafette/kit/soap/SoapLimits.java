package eu.estafette.kit.soap;

import eu.estafette.kit.xml.XmlLimits;
import java.time.Duration;

/**
 * How long a call may take, and how much may come back.
 *
 * @param connect until the connection stands
 * @param answer  from the end of the request to the end of the answer
 * @param content depth and bytes of the answer
 */
public record SoapLimits(Duration connect, Duration answer, XmlLimits content) {

    /** Far above what a register needs for one person. */
    public static final SoapLimits STANDARD =
            new SoapLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), new XmlLimits(48, 4 * 1024 * 1024));

    public SoapLimits {
        if (!connect.isPositive() || !answer.isPositive()) {
            throw new IllegalArgumentException(
                    "connect, " + connect + ", and answer, " + answer + ", must be positive");
        }
    }
}
