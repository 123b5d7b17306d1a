package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.web.util.UriUtils;

/** What somebody tried with a document and was refused belongs to the document: in the trail, and in what is taken away of it. */
class RefusedStepsTest {
    private static final String BUDGET = "411200-103-2025";
    private static final String PAGE = "/execute/" + BUDGET + "/adjustments/3";
    private static final String APPROVAL = "三财预〔2025〕103号";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_step_that_was_refused_is_found_by_number_and_id_and_stands_in_the_pack(TestDatabase kind) throws Exception {
        try (SampleOnDatabase sample = SampleOnDatabase.start(kind, data)) {
            sample.as("caiwu")
                    .post(
                            PAGE,
                            PAGE + "/withdrawal",
                            Map.of("key", UUID.randomUUID().toString(), "reason", "想撤回已生效的单据"));
            Browsing auditor = sample.auditor();
            inTheTrail(auditor);
            inThePack(auditor);
        }
    }

    private static void inTheTrail(Browsing auditor) throws IOException {
        for (String question : List.of(
                "document=" + UriUtils.encode(APPROVAL, StandardCharsets.UTF_8),
                "document=" + BUDGET + "/3",
                "document=" + BUDGET + "-3",
                "document=3&budget=" + BUDGET)) {
            JsonNode refused = entries(auditor, question + "&outcome=refused");
            assertThat(refused).as(question).hasSize(1);
            assertThat(refused.get(0).get("sentence").asText())
                    .as(question)
                    .contains("第 3 号调整单", "“撤回调整单”", "被拒绝")
                    .doesNotContain("WithdrawAdjustment");
            JsonNode all = entries(auditor, question);
            assertThat(all.findValuesAsText("kind"))
                    .as("every step, also those that name no number of a document: %s", question)
                    .contains("adjustment-submitted", "adjustment-reviewed", "adjustment-took-effect");
            assertThat(all.findValuesAsText("sentence")).as(question).noneMatch(said -> said.contains("第 4 号调整单"));
        }
        assertThat(entries(auditor, "document=" + BUDGET + "/4&outcome=refused"))
                .as("tried with another document")
                .isEmpty();
        assertThat(auditor.get("/ledger/trail?document=3").statusCode())
                .as("a number alone says too little")
                .isEqualTo(400);
        assertThat(auditor.get("/ledger/trail?lang=en&outcome=refused&document=" + BUDGET + "/3")
                        .body())
                .contains("handed in “withdraw an adjustment” for adjustment no. 3, which was refused:");
    }

    private static void inThePack(Browsing auditor) throws IOException {
        Map<String, String> pack = pack(auditor.bytes("/api/ledger/workbench/pack.zip?budget=" + BUDGET + "&number=3"));
        assertThat(pack.get("items/" + BUDGET + "-3/document.zh-CN.html"))
                .contains("被拒绝的操作", "就第 3 号调整单提交的“撤回调整单”被拒绝：", "command-refused");
        assertThat(pack.get("items/" + BUDGET + "-3/document.en.html"))
                .contains(
                        "What was refused",
                        "handed in “withdraw an adjustment” for adjustment no. 3, which was refused:");
        assertThat(pack.get("events.tsv")).contains("command-refused");
        assertThat(pack(auditor.bytes("/api/ledger/workbench/pack.zip?budget=" + BUDGET + "&number=4"))
                        .get("items/" + BUDGET + "-4/document.zh-CN.html"))
                .contains("没有就本单被拒绝的操作");
    }

    private static JsonNode entries(Browsing auditor, String question) throws IOException {
        HttpResponse<String> answer = auditor.get("/api/ledger/trail?size=200&" + question);
        assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("entries");
    }

    private static Map<String, String> pack(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
