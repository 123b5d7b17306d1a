package org.mingzhang.ledger.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.GrowthProof;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.Proofs;

/** Goes through the events of one stream, each with its way to the root, as the last field of its line. */
final class StreamCheck implements Check {
    private final String stream;
    private final Checkpoint checkpoint;
    private final Totals totals = new Totals();
    private final String begin;
    private long version = -1;
    private long position;
    private long recordedMicros = Long.MIN_VALUE;

    /**
     * @param older what the log has to begin with
     * @param growth what shows it
     */
    StreamCheck(String stream, Checkpoint checkpoint, List<Checkpoint> older, Optional<GrowthProof> growth) {
        this.stream = stream;
        this.checkpoint = checkpoint;
        this.begin = older.stream()
                .map(known -> grown(known, checkpoint, growth))
                .distinct()
                .collect(Collectors.joining());
    }

    @Override
    public void next(List<String> lines) {
        lines.forEach(this::event);
    }

    private void event(String text) {
        EventLine line = WayToRoot.event(text, "the line of version " + (version + 1), checkpoint);
        order(line);
        WayToRoot.leads(text, line, checkpoint);
        version++;
        position = line.leaf().position();
        recordedMicros = line.leaf().recordedMicros();
        totals.add(line);
    }

    private void order(EventLine line) {
        if (!line.leaf().stream().equals(stream)) {
            throw new Broken(
                    "position " + line.leaf().position() + " is of " + line.leaf().stream() + ", not of " + stream);
        }
        if (line.leaf().streamVersion() != version + 1) {
            throw new Broken("version " + (version + 1) + " of " + stream + " is missing: version "
                    + line.leaf().streamVersion() + " stands in its place");
        }
        if (line.leaf().position() <= position || line.leaf().recordedMicros() < recordedMicros) {
            throw new Broken("position " + line.leaf().position() + " stands behind position " + position);
        }
    }

    /** Says that the log has grown from an older checkpoint, or throws. */
    static String grown(Checkpoint older, Checkpoint checkpoint, Optional<GrowthProof> growth) {
        List<Hash> path = growth.map(GrowthProof::path).orElse(List.of());
        if (growth.isPresent() && growth.get().older() != older.size()) {
            throw new Broken("the proof of growth is for an older checkpoint of "
                    + growth.get().older() + " events, the one to compare with counts " + older.size());
        }
        if (growth.isEmpty() && older.size() > 0 && older.size() < checkpoint.size()) {
            throw new Broken("there is no proof that the log begins with the " + older.size()
                    + " events of the older checkpoint; take it anew with that number under since");
        }
        if (!Proofs.grown(older.size(), older.root(), checkpoint.size(), checkpoint.root(), path)) {
            throw new Broken("the past was rewritten: the log does not begin with the " + older.size()
                    + " events of the older checkpoint");
        }
        return "The log begins with the " + older.size() + " events of the older checkpoint.\n";
    }

    @Override
    public String end() {
        if (version < 0) {
            throw new Broken("the bundle has no event of " + stream);
        }
        return "Everything holds: " + (version + 1) + " events of " + stream + ", versions 0 to " + version
                + ", each in the log " + Shown.text(checkpoint.origin()) + " of " + checkpoint.size()
                + " events.\nroot "
                + checkpoint.root().base64() + "\n" + begin
                + "That " + stream + " has no further event only a bundle of the whole log can show.\n"
                + totals.words();
    }
}
