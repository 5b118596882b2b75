package io.kubefate.server.plugin;

/** The version of {@code io.kubefate.spi}, against which a plugin's {@code Plugin-Requires} is checked. */
public final class SpiVersion {

    /** The SPI's version as semantic version; the same as {@code spi.version} in the root POM. */
    public static final String CURRENT = "1.5.0";

    private SpiVersion() {}
}
