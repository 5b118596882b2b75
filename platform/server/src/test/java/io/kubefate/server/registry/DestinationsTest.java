package io.kubefate.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    private final Destinations destinations = new Destinations(Set.of("localhost:5000", "[::1]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "224.0.0.1",
                "::",
                "::1",
                "fe80::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::169.254.169.254",
                "2002:7f00:1::"
            })
    void refusesTheServiceItselfAndLinkLocalAddresses(String address) throws UnknownHostException {
        assertThat(Destinations.isForbidden(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.255.255.1", "192.168.255.254", "203.0.113.9", "2001:db8::1", "64:ff9b::cb00:7109"})
    void acceptsOtherAddresses(String address) throws UnknownHostException {
        assertThat(Destinations.isForbidden(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void refusesTheAddressesOfTheMachine() throws SocketException {
        assertThat(NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
                .isNotEmpty()
                .allMatch(Destinations::isForbidden);
    }

    @Test
    void acceptsAnyAddressOfAListedRegistryAndPort() throws UnknownHostException {
        assertThat(destinations.resolve("LocalHost", 5000))
                .extracting(InetSocketAddress::getPort)
                .containsOnly(5000);
        assertThat(destinations.resolve("::1", 443)).isNotEmpty();
        assertThatExceptionOfType(Destinations.Forbidden.class)
                .isThrownBy(() -> destinations.resolve("localhost", 5001));
        assertThatExceptionOfType(Destinations.Forbidden.class).isThrownBy(() -> destinations.resolve("::1", 5000));
    }
}
