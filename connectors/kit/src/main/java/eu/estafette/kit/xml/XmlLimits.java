package eu.estafette.kit.xml;

/**
 * How much is taken in at once.
 *
 * @param depth   elements within elements, the outermost counted
 * @param element bytes of what becomes one tree: the document, or one record of it
 */
public record XmlLimits(int depth, int element) {

    /** Far above what any of the standards needs. */
    public static final XmlLimits STANDARD = new XmlLimits(32, 1024 * 1024);
}
