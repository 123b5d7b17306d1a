package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.PackSeal;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.UnreadableNote;

/**
 * Verifies an evidence pack: its seal and its list, every event with its way to the root, and every file by its hash; an
 * attachment has to be named by one of the events, too. Where the pack shows that the log has grown from an older
 * checkpoint, that is compared with it.
 */
final class PackCheck {
    private static final String FIRST_LINE = "mingzhang-pack 1";
    private static final String ATTACHMENTS = "/attachments/";
    private static final int LONGEST_LINE = 8 << 20;
    private static final int LONGEST_LIST = 32 << 20;

    private final Pack pack;
    private final Signatures keys;

    PackCheck(Pack pack, Signatures keys) {
        this.pack = pack;
        this.keys = keys;
    }

    /** Reads the older checkpoints that the verifying person kept. */
    interface Older {
        List<Checkpoint> than(Checkpoint checkpoint) throws IOException;
    }

    /** What holds; throws {@link Broken} with the first that does not. */
    String verify(Older older) throws IOException {
        Checkpoint checkpoint = keys.checkpoint(pack.text(Bundle.CHECKPOINT), Bundle.CHECKPOINT);
        PackSeal seal = seal(checkpoint);
        byte[] bytes = list();
        PackList list = PackList.read(bytes);
        // Said before the list itself is judged, because it says more.
        PackEvents events = events(checkpoint, list);
        String holds = events.end();
        if (!HexFormat.of().formatHex(sha256().digest(bytes)).equals(seal.list())) {
            throw new Broken(Pack.LIST + " was changed: it is not what " + Pack.SEAL + " seals");
        }
        complete(list);
        for (Map.Entry<String, PackList.Listed> file : list.files().entrySet()) {
            same(file.getKey(), file.getValue());
        }
        return "Everything holds: " + holds + ", and " + list.files().size() + " files as they were sealed, "
                + attachments(list).size() + " of them attachments that the events name.\nroot "
                + checkpoint.root().base64() + "\n" + grown(checkpoint, older) + events.words();
    }

    private String grown(Checkpoint checkpoint, Older older) throws IOException {
        String note = pack.text(Bundle.CHECKPOINT);
        CarriedGrowth carried = CarriedGrowth.of(pack::further, note, checkpoint, keys);
        StringBuilder words = new StringBuilder();
        for (Checkpoint one : new LinkedHashSet<>(carried.with(older.than(checkpoint)))) {
            words.append(StreamCheck.grown(one, checkpoint, carried.growth()));
        }
        return words.toString();
    }

    private PackSeal seal(Checkpoint checkpoint) throws IOException {
        try {
            SignedNote note = SignedNote.read(pack.text(Pack.SEAL));
            if (!keys.signed(note, checkpoint.size())) {
                throw new Broken(Pack.SEAL + " was changed: it is not signed by "
                        + keys.present().name());
            }
            PackSeal seal = PackSeal.read(note.text());
            if (!seal.isOf(checkpoint)) {
                throw new Broken(Bundle.CHECKPOINT + " is not the one that the pack was sealed with");
            }
            return seal;
        } catch (UnreadableNote e) {
            throw new Broken(Pack.SEAL + " was changed: " + e.getMessage());
        }
    }

    private byte[] list() throws IOException {
        try (InputStream in = pack.open(Pack.LIST)) {
            byte[] bytes = in.readNBytes(LONGEST_LIST + 1);
            if (bytes.length > LONGEST_LIST) {
                throw new Broken(Pack.LIST + " is longer than any list");
            }
            return bytes;
        } catch (IOException e) {
            throw Pack.unreadable(Pack.LIST);
        }
    }

    private PackEvents events(Checkpoint checkpoint, PackList list) {
        PackEvents events = new PackEvents(checkpoint, list.events(), attachments(list));
        try (InputStream in = pack.open(Bundle.EVENTS)) {
            Lines lines = new Lines(in, Bundle.EVENTS, LONGEST_LINE);
            if (!lines.next().orElse("").equals(FIRST_LINE)) {
                throw new Broken(Bundle.EVENTS + " of a pack begins with the line " + FIRST_LINE);
            }
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                events.next(line.get());
            }
            return events;
        } catch (IOException e) {
            throw Pack.unreadable(Bundle.EVENTS);
        }
    }

    private static Set<String> attachments(PackList list) {
        return list.files().entrySet().stream()
                .filter(file -> file.getKey().contains(ATTACHMENTS))
                .map(file -> file.getValue().sha256())
                .collect(Collectors.toSet());
    }

    private void complete(PackList list) {
        Set<String> there = new HashSet<>(pack.names());
        there.removeAll(Set.of(Pack.SEAL, Pack.LIST));
        list.files().keySet().stream()
                .filter(name -> !there.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Broken(name + " is missing from the pack");
                });
        there.stream()
                .filter(name -> !list.files().containsKey(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new Broken(name + " is in the pack and not in its list");
                });
    }

    private void same(String name, PackList.Listed listed) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try (InputStream in = pack.open(name)) {
            for (int read = in.read(buffer); read >= 0 && length <= listed.length(); read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                length += read;
            }
        } catch (IOException e) {
            throw Pack.unreadable(name);
        }
        if (length != listed.length()
                || !HexFormat.of().formatHex(digest.digest()).equals(listed.sha256())) {
            throw new Broken(name + " was changed: it is not what was sealed");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
