package io.dayclose.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** A real SFTP server over a folder, which tells who knocked and what was read. */
public final class SftpServer implements AutoCloseable {
    public static final String USER = "dayclose";
    public static final String PASSWORD = "correct horse";

    private final Path root;
    private final SshServer ssh = SshServer.setUpDefaultServer();
    private final KeyPair hostKey = ecKey();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<String> reads = new CopyOnWriteArrayList<>();
    private volatile Runnable whenListed = () -> {};
    private volatile boolean removes = true;

    public SftpServer(Path root) {
        this.root = root;
        ssh.setHost("127.0.0.1");
        ssh.setPort(0);
        ssh.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        ssh.setPasswordAuthenticator((user, password, session) -> {
            logins.add(user);
            return user.equals(USER) && password.equals(PASSWORD);
        });
        ssh.setFileSystemFactory(new VirtualFileSystemFactory(root));
        ssh.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new Watched())
                .build()));
        try {
            ssh.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static KeyPair ecKey() {
        try {
            return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final class Watched implements SftpFileSystemAccessor {
        @Override
        public java.nio.channels.SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle handle,
                Path file,
                String name,
                java.util.Set<? extends java.nio.file.OpenOption> options,
                java.nio.file.attribute.FileAttribute<?>... attributes)
                throws IOException {
            reads.add(file.getFileName().toString());
            return SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
        }

        @Override
        public java.nio.file.DirectoryStream<Path> openDirectory(
                SftpSubsystemProxy subsystem,
                DirectoryHandle handle,
                Path folder,
                String name,
                java.nio.file.LinkOption... links)
                throws IOException {
            whenListed.run();
            return SftpFileSystemAccessor.super.openDirectory(subsystem, handle, folder, name, links);
        }

        @Override
        public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory) throws IOException {
            if (!removes) {
                throw new java.nio.file.AccessDeniedException(path.toString());
            }
            SftpFileSystemAccessor.super.removeFile(subsystem, path, isDirectory);
        }
    }

    public int port() {
        return ssh.getPort();
    }

    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    public static String fingerprint(KeyPair key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
    }

    /** Lets in whoever holds a key. */
    public void trust(KeyPair key) {
        ssh.setPublickeyAuthenticator((user, shown, session) -> KeyUtils.compareKeys(shown, key.getPublic()));
    }

    /** Puts a file there, an hour ago. */
    public SftpServer put(String name, String text) {
        try {
            var file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All files there, by their paths. */
    public List<String> files() {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The users who tried to log in with a password. */
    public List<String> logins() {
        return logins;
    }

    /** The names of the files that were opened. */
    public List<String> reads() {
        return reads;
    }

    public void whenListed(Runnable happens) {
        whenListed = happens;
    }

    /** Whether it lets files be deleted. */
    public void removes(boolean allowed) {
        removes = allowed;
    }

    @Override
    public void close() {
        try {
            ssh.stop(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
