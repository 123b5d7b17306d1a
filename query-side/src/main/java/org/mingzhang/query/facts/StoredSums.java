package org.mingzhang.query.facts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Stage;

/**
 * The bytes in which sums of a budget are stored: first the places, which are few, by name, and then of each sum the number
 * of its place, its codes as {@link PackedCodes} and its fen. Of a million of them none has to be looked at as text.
 */
public final class StoredSums {
    private static final int FORM = 1;
    private static final int BYTES = Short.BYTES + 2 * Long.BYTES;

    /** As many as go into one row: H2 takes a megabyte, and numbers of places fit into two bytes. */
    private static final int MOST = 8_000;

    private StoredSums() {}

    /**
     * What a few kinds of money have in common.
     *
     * @param project blank for money that is of none
     */
    public record Place(String unit, String project, Stage stage, FundType fund, boolean appropriated) {}

    /** What stands under one sum. */
    record Key(Place place, long codes) {}

    /** Takes what is read. */
    public interface Taking {
        /** Before the sums of these places. */
        void places(List<Place> places, int sums);

        /** @param place the number of one of the places */
        void sum(int place, long codes, long fen);
    }

    /** In pieces, each of which is read by itself. */
    static List<byte[]> written(Map<Key, Long> sums) {
        List<Map.Entry<Key, Long>> all = List.copyOf(sums.entrySet());
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at == 0 || at < all.size(); at += MOST) {
            pieces.add(piece(all.subList(at, Math.min(all.size(), at + MOST))));
        }
        return pieces;
    }

    private static byte[] piece(List<Map.Entry<Key, Long>> sums) {
        Map<Place, Integer> places = new LinkedHashMap<>();
        sums.forEach(sum -> places.putIfAbsent(sum.getKey().place(), places.size()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeShort(places.size());
            for (Place place : places.keySet()) {
                out.writeUTF(place.unit());
                out.writeUTF(place.project());
                out.writeUTF(place.stage().name());
                out.writeUTF(place.fund().name());
                out.writeBoolean(place.appropriated());
            }
            out.writeInt(sums.size());
            for (Map.Entry<Key, Long> sum : sums) {
                out.writeShort(places.getOrDefault(sum.getKey().place(), 0));
                out.writeLong(sum.getKey().codes());
                out.writeLong(sum.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Takes one piece. */
    public static void each(byte[] piece, Taking taking) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(piece);
        try (DataInputStream in = new DataInputStream(bytes)) {
            if (in.readByte() != FORM) {
                throw new IllegalStateException("sums are stored in a form that is not known");
            }
            int number = in.readUnsignedShort();
            List<Place> places = new ArrayList<>(number);
            for (int at = 0; at < number; at++) {
                places.add(new Place(
                        in.readUTF(),
                        in.readUTF(),
                        Stage.valueOf(in.readUTF()),
                        FundType.valueOf(in.readUTF()),
                        in.readBoolean()));
            }
            int sums = in.readInt();
            taking.places(places, sums);
            ByteBuffer rest = ByteBuffer.wrap(piece, piece.length - bytes.available(), bytes.available());
            for (int at = 0; at < sums; at++) {
                taking.sum(Short.toUnsignedInt(rest.getShort()), rest.getLong(), rest.getLong());
            }
            if (rest.hasRemaining()) {
                throw new IllegalStateException(
                        "sums of " + sums + "×" + BYTES + " bytes have " + rest.remaining() + " bytes more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
