package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;

/** Verifies a bundle, an evidence pack or a single proof, against its checkpoint, and against older ones that somebody kept. */
final class LedgerVerifier {
    /** The form of the present release; what came before it holds without the files that it did not have. */
    private static final String WHOLE_LOG = "mingzhang-bundle 2";

    private static final String EARLIER_WHOLE_LOG = "mingzhang-bundle 1";
    private static final String ONE_STREAM = "mingzhang-stream 2 ";
    private static final String EARLIER_STREAM = "mingzhang-stream 1 ";

    /** Payloads are bounded far below; a crafted file is not. */
    private static final int LONGEST_LINE = 8 << 20;

    private static final int LONGEST_NOTE = 65_536;

    private final Optional<VerifierKey> trusted;

    /** @param trusted the key that the verifying person knows; empty to take the bundle's word for it */
    LedgerVerifier(Optional<VerifierKey> trusted) {
        this.trusted = trusted;
    }

    /** What holds, in sentences; throws {@link Broken} with the first that does not. */
    String verify(Path path, List<Path> older) throws IOException {
        if (SingleProof.isOne(path)) {
            return new SingleProof(path, trusted).verify(older);
        }
        return Pack.isOne(path) ? pack(path, older) : bundle(path, older);
    }

    private String pack(Path path, List<Path> older) throws IOException {
        try (Pack pack = Pack.open(path)) {
            Signatures keys = keys(pack);
            return new PackCheck(pack, keys).verify(checkpoint -> older(older, keys, checkpoint)) + signed(keys);
        }
    }

    private Signatures keys(Pack pack) throws IOException {
        try {
            return keys(pack.text(Bundle.KEY), pack.successions());
        } catch (UnreadableNote e) {
            throw new Broken(Bundle.KEY + " was changed, or a succession: " + e.getMessage());
        }
    }

    private String bundle(Path path, List<Path> olderPaths) throws IOException {
        try (Bundle bundle = Bundle.open(path)) {
            Signatures keys = keys(bundle.text(Bundle.KEY), bundle.successions());
            Checkpoint checkpoint = keys.checkpoint(bundle.text(Bundle.CHECKPOINT), "the checkpoint of the bundle");
            List<Checkpoint> older = older(olderPaths, keys, checkpoint);
            try (InputStream in = bundle.open(Bundle.EVENTS)) {
                Lines lines = new Lines(in, Bundle.EVENTS, LONGEST_LINE);
                String first = lines.next().orElse("");
                complete(bundle, first);
                if (first.equals(WHOLE_LOG) || first.equals(EARLIER_WHOLE_LOG)) {
                    return whole(bundle, lines, checkpoint, older, keys) + bundle.passedOver();
                }
                if (first.startsWith(ONE_STREAM) || first.startsWith(EARLIER_STREAM)) {
                    String stream = first.substring(ONE_STREAM.length());
                    return stream(stream, bundle, lines, checkpoint, older, keys) + bundle.passedOver();
                }
                throw new Broken(
                        "events.tsv begins neither with the line " + WHOLE_LOG + " nor with " + ONE_STREAM.strip());
            }
        }
    }

    private static void complete(Bundle bundle, String first) {
        if (first.equals(WHOLE_LOG) && !bundle.has(Bundle.KEPT)) {
            throw new Broken("the bundle has no " + Bundle.KEPT);
        }
        if (first.startsWith(ONE_STREAM) && bundle.has(Bundle.GROWTH) && !bundle.has(Bundle.OLDER)) {
            throw new Broken("the bundle has a " + Bundle.GROWTH + " without " + Bundle.OLDER);
        }
    }

    private String whole(Bundle bundle, Lines lines, Checkpoint checkpoint, List<Checkpoint> older, Signatures keys)
            throws IOException {
        for (String name : List.of(Bundle.GROWTH, Bundle.OLDER)) {
            if (bundle.has(name)) {
                throw new Broken("a bundle of the whole log has no " + name);
            }
        }
        if (!bundle.has(Bundle.KEPT)) {
            return gone(lines, new EventCheck(checkpoint, new KnownCheckpoints(older, Optional.empty(), keys)))
                    + signed(keys);
        }
        try (InputStream in = bundle.open(Bundle.KEPT)) {
            Lines kept = new Lines(in, Bundle.KEPT, LONGEST_NOTE);
            KnownCheckpoints known = new KnownCheckpoints(older, Optional.of(kept), keys);
            return gone(lines, new EventCheck(checkpoint, known)) + signed(keys);
        }
    }

    private String stream(
            String stream, Bundle bundle, Lines lines, Checkpoint checkpoint, List<Checkpoint> older, Signatures keys)
            throws IOException {
        if (bundle.has(Bundle.KEPT)) {
            throw new Broken("a bundle of one stream has no " + Bundle.KEPT);
        }
        CarriedGrowth carried = CarriedGrowth.of(bundle::further, bundle.text(Bundle.CHECKPOINT), checkpoint, keys);
        List<Checkpoint> all = carried.with(older);
        return gone(lines, new StreamCheck(stream, checkpoint, all, carried.growth()))
                + carried.unchecked(all)
                + signed(keys);
    }

    private static String gone(Lines lines, Check check) throws IOException {
        try (LineRuns runs = new LineRuns(lines)) {
            for (List<String> run = runs.next(); !run.isEmpty(); run = runs.next()) {
                check.next(run);
            }
        }
        return check.end();
    }

    /** The keys that the bundle brings; the trusted one has to be among them. */
    private Signatures keys(String text, List<KeySuccession> successions) {
        VerifierKey present = VerifierKey.read(text);
        if (!text.equals(present + "\n")) {
            throw new Broken("key.txt is written in another form");
        }
        return new Signatures(KeyChain.of(successions, present), trusted);
    }

    static List<Checkpoint> older(List<Path> paths, Signatures keys, Checkpoint checkpoint) throws IOException {
        List<Checkpoint> all = new ArrayList<>();
        for (Path path : paths) {
            Checkpoint older = keys.checkpoint(SmallFile.text(path, LONGEST_NOTE), "the older checkpoint");
            if (!older.origin().equals(checkpoint.origin())) {
                throw new Broken(
                        "the older checkpoint is of another log: " + older.origin() + ", not " + checkpoint.origin());
            }
            if (older.size() > checkpoint.size()) {
                throw new Broken("the end is missing: the older checkpoint counts " + older.size()
                        + " events, the bundle's " + checkpoint.size());
            }
            all.add(older);
        }
        return all;
    }

    private String signed(Signatures keys) {
        String words = keys.words();
        return trusted.isPresent()
                ? words
                : words + "The key came with the bundle; compare it with the one that the office gave you:\n"
                        + Shown.text(keys.present().toString()) + "\n";
    }
}
