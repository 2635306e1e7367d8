package io.dayclose.intake.fetch;

import io.dayclose.database.Sha256;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts the one certificate whose fingerprint the feed's file names, whoever has issued it, and no other. */
final class PinnedCertificate extends X509ExtendedTrustManager {
    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    private final String pinned;
    private volatile @Nullable String wrong;

    PinnedCertificate(String pinned) {
        this.pinned = pinned;
    }

    SSLSocketFactory sockets() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The fingerprint of a certificate that was refused, or null when none was. */
    @Nullable
    String wrong() {
        return wrong;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        var shown = PAIRS.formatHex(Sha256.of(chain[0].getEncoded()));
        if (!shown.equals(pinned)) {
            wrong = shown;
            throw new CertificateException("not the certificate of the feed's file");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
