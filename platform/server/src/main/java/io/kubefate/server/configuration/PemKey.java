package io.kubefate.server.configuration;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Private keys in PEM: PKCS #8, and PKCS #1, the default of cert-manager for RSA. */
final class PemKey {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:[A-Z]+ )*)PRIVATE KEY-----([^-]+)-----END", Pattern.DOTALL);

    /** What precedes a PKCS #1 key in PKCS #8: version 0 and the algorithm rsaEncryption. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int LENGTH_IN_TWO_BYTES = 0x82;

    private PemKey() {}

    /**
     * Reads a key.
     *
     * @param algorithm of the public key, for example {@code RSA}
     */
    static PrivateKey parse(String pem, String algorithm) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new InvalidKeySpecException("the file has no PRIVATE KEY in PEM");
        }
        byte[] content = Base64.getMimeDecoder().decode(block.group(2));
        byte[] pkcs8 = switch (block.group(1).strip()) {
            case "" -> content;
            case "RSA" -> element(SEQUENCE, RSA, element(OCTET_STRING, content));
            default ->
                throw new InvalidKeySpecException(
                        "the key is a " + block.group(1).strip()
                                + " PRIVATE KEY; convert it with: openssl pkcs8 -topk8 -nocrypt, or set the encoding"
                                + " PKCS8 in cert-manager");
        };
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** Returns an element of DER with less than 64 KiB, and more than 255 bytes. */
    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        element.write(LENGTH_IN_TWO_BYTES);
        element.write(content.size() >>> Byte.SIZE);
        element.write(content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}
