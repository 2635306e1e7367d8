package io.dayclose.intake.fetch;

import io.dayclose.config.feed.FeedSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.session.helpers.TimeoutIndicator.TimeoutStatus;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with an SFTP server. Nothing is sent to one that shows another host key than the feed's file says, and
 * nothing of the account the program runs under (keys, agents, known hosts) is used.
 */
final class SftpSession implements AutoCloseable {
    private final FeedSource.Sftp source;
    private final Duration timeout;
    private final SshClient client;
    private final SftpClient sftp;
    private volatile @Nullable String wrongKey;
    private final long began = System.nanoTime();
    private volatile boolean fellSilent;

    SftpSession(FeedSource.Sftp source) throws FetchFailure {
        this.source = source;
        timeout = source.server().timeout();
        client = client();
        try {
            sftp = SftpClientFactory.instance().createSftpClient(login());
        } catch (IOException | RuntimeException failed) {
            var why = judge(failed);
            client.stop();
            throw why;
        } catch (FetchFailure unusable) {
            client.stop();
            throw unusable;
        }
    }

    private SshClient client() {
        var ssh = SshClient.setUpDefaultClient();
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.setServerKeyVerifier((session, address, key) -> isPinned(key));
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, timeout);
        CoreModuleProperties.AUTH_TIMEOUT.set(ssh, timeout);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(ssh, timeout);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(ssh, timeout);
        ssh.addSessionListener(new Silence());
        ssh.start();
        return ssh;
    }

    /** After the line was closed because nothing came, whoever asks next is only told that it is closed. */
    private final class Silence implements SessionListener {
        @Override
        public void sessionException(Session session, Throwable failed) {
            fellSilent |= isTimeout(failed);
        }

        @Override
        public void sessionDisconnect(Session session, int reason, String said, String language, boolean ours) {
            fellSilent |= ours && isTimeout(new IOException(said));
        }

        @Override
        public void sessionClosed(Session session) {
            fellSilent |= session.getTimeoutStatus().getStatus() != TimeoutStatus.NoTimeout;
        }
    }

    private boolean isPinned(PublicKey key) {
        var shown = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        boolean pinned = source.hostKeys().contains(shown);
        wrongKey = pinned ? null : shown;
        return pinned;
    }

    private ClientSession login() throws IOException, FetchFailure {
        var server = source.server();
        var session = client.connect(server.user(), server.host(), server.port())
                .verify(timeout)
                .getSession();
        if (!source.login().password().isEmpty()) {
            session.addPasswordIdentity(source.login().password().value());
        }
        if (!source.login().privateKey().isEmpty()) {
            keys().forEach(session::addPublicKeyIdentity);
        }
        session.auth().verify(timeout);
        return session;
    }

    private List<KeyPair> keys() throws FetchFailure {
        var key = source.login().privateKey().value();
        var passphrase = source.login().passphrase();
        try {
            var text = key.startsWith("-----BEGIN") ? key : Files.readString(Path.of(key));
            var keys = new ArrayList<KeyPair>();
            var found = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName("private-key"),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    passphrase.isEmpty() ? null : FilePasswordProvider.of(passphrase.value()));
            if (found != null) {
                found.forEach(keys::add);
            }
            return keys;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw FetchFailure.of("key", unusable.getClass().getSimpleName());
        }
    }

    /** The entries of a folder, without itself and the one above. */
    List<SftpClient.DirEntry> list(String folder) throws FetchFailure {
        var entries = new ArrayList<SftpClient.DirEntry>();
        try (var handle = sftp.openDir(folder)) {
            for (var some = sftp.readDir(handle); some != null; some = sftp.readDir(handle)) {
                entries.addAll(some);
            }
        } catch (SftpException refused) {
            throw isMissing(refused)
                    ? FetchFailure.of("folder", folder)
                    : FetchFailure.of("refused", FetchFailure.said(refused));
        } catch (IOException | RuntimeException broken) {
            throw judge(broken);
        }
        entries.removeIf(entry -> entry.getFilename().matches("\\.\\.?|.*/.*"));
        return entries;
    }

    InputStream read(String path) throws IOException {
        return sftp.read(path);
    }

    SftpClient.Attributes stat(String path) throws IOException {
        return sftp.stat(path);
    }

    boolean exists(String path) throws IOException {
        try {
            sftp.stat(path);
            return true;
        } catch (SftpException refused) {
            if (isMissing(refused)) {
                return false;
            }
            throw refused;
        }
    }

    void delete(String path) throws IOException {
        sftp.remove(path);
    }

    void move(String path, String target) throws IOException {
        sftp.rename(path, target);
    }

    void createFolder(String path) throws IOException {
        sftp.mkdir(path);
    }

    static boolean isMissing(SftpException refused) {
        return refused.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                || refused.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH;
    }

    /** What a failure of the line, or of the way to it, means. */
    FetchFailure judge(Exception failed) {
        var shown = wrongKey;
        if (shown != null) {
            return FetchFailure.of("host-key", shown, String.join(", ", source.hostKeys()));
        }
        if (isRefusedLogin(failed)) {
            return FetchFailure.of("login", source.server().user());
        }
        if ((fellSilent || isTimeout(failed)) && isLongEnough()) {
            return FetchFailure.of("timeout", timeout.toSeconds());
        }
        var root = rootOf(failed);
        var said = root instanceof UnresolvedAddressException ? source.server().host() : FetchFailure.said(root);
        return FetchFailure.of(isConnect(root) ? "unreachable" : "broken", said);
    }

    /** A line that breaks at once is told of as a time-out too, by whoever waited on it. */
    private boolean isLongEnough() {
        return System.nanoTime() - began >= timeout.toNanos() * 9 / 10;
    }

    private static boolean isRefusedLogin(Exception failed) {
        return failed instanceof SshException ssh
                && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
    }

    private static boolean isTimeout(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            var said = String.valueOf(each.getMessage());
            if (each instanceof TimeoutException
                    || each instanceof SocketTimeoutException
                    || said.matches("(?s).*(timeout|Timeout|timed out).*")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnect(Throwable root) {
        return root instanceof ConnectException
                || root instanceof UnknownHostException
                || root instanceof UnresolvedAddressException
                || root instanceof NoRouteToHostException;
    }

    private static Throwable rootOf(Throwable failed) {
        var root = failed;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public void close() {
        client.stop();
    }
}
