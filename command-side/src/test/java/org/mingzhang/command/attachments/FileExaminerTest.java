package org.mingzhang.command.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.attachments.SampleFiles.bitmap;
import static org.mingzhang.command.attachments.SampleFiles.bytes;
import static org.mingzhang.command.attachments.SampleFiles.pdf;
import static org.mingzhang.command.attachments.SampleFiles.text;
import static org.mingzhang.command.attachments.SampleFiles.zip;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.command.budget.OfferedFile;
import org.mingzhang.command.budget.Refusal;

class FileExaminerTest {
    private static final int LARGEST = 2_000;
    private static final byte[] PNG = bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0);
    private final FileExaminer examiner = new FileExaminer(LARGEST);

    @Test
    void what_offices_send_is_taken_and_known_by_its_content() {
        takes("测算.pdf", pdf("x"), "application/pdf");
        takes("公文.ofd", zip("OFD.xml", "Doc_0/Document.xml"), "application/ofd");
        takes(
                "请示.DOCX",
                zip("[Content_Types].xml", "word/document.xml"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        takes(
                "表.xlsx",
                zip("[Content_Types].xml", "xl/workbook.xml"),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        takes("扫描.png", PNG, "image/png");
        takes("扫描.jpeg", bytes(0xff, 0xd8, 0xff, 0xe0), "image/jpeg");
        takes("扫描.tif", bytes('I', 'I', 42, 0), "image/tiff");
        takes("扫描.bmp", bitmap(), "image/bmp");
    }

    @Test
    void its_hash_is_that_of_its_bytes_and_its_name_has_no_folder() {
        OfferedFile offered = examiner.examine("C:\\桌面\\..\\测算\u0000.pdf", pdf("x"));
        assertThat(offered.file().name()).isEqualTo("测算.pdf");
        assertThat(offered.file().size()).isEqualTo(pdf("x").length);
        assertThat(examiner.examine("abc.txt", text("abc")).file().sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void pages_scripts_programs_and_old_formats_are_refused_by_name() {
        refuses("图.svg", text("<?xml version='1.0'?><svg onload='alert(1)'/>"), forbidden("图.svg", "image/svg+xml"));
        refuses("图.png", text("<svg/>"), forbidden("图.png", "image/svg+xml"));
        refuses("页.pdf", text("<!DOCTYPE html><script>"), forbidden("页.pdf", "text/html"));
        refuses("旧.doc", bytes(0xd0, 0xcf, 0x11, 0xe0), forbidden("旧.doc", "application/x-ole-storage"));
        refuses("程序.pdf", text("MZ rest"), forbidden("程序.pdf", "application/x-executable"));
        refuses("包.docx", zip("a.txt"), forbidden("包.docx", "application/zip"));
        refuses("坏.docx", text("PK\003\004 damaged"), forbidden("坏.docx", "application/zip"));
        refuses("文.pdf", text(" %PDF-1.7"), forbidden("文.pdf", "application/octet-stream"));
    }

    @Test
    void what_can_act_is_refused_whatever_it_is_called() {
        refuses(
                "宏.docx",
                zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                new Refusal.AttachmentActive("宏.docx"));
        refuses("脚本.pdf", pdf("/S /JavaScript"), new Refusal.AttachmentActive("脚本.pdf"));
        refuses(
                "毒.pdf",
                pdf("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
                new Refusal.AttachmentActive("毒.pdf"));
        refuses("毒.ofd", zip("OFD.xml", "run.exe"), new Refusal.AttachmentActive("毒.ofd"));
    }

    @Test
    void a_name_that_says_something_else_is_refused() {
        refuses("图.pdf", PNG, new Refusal.AttachmentMisnamed("图.pdf", "image/png"));
        refuses("测算", pdf("x"), new Refusal.AttachmentMisnamed("测算", "application/pdf"));
        refuses("测算.pdf.exe", pdf("x"), new Refusal.AttachmentMisnamed("测算.pdf.exe", "application/pdf"));
    }

    @Test
    void nothing_and_too_much_are_refused_with_the_numbers() {
        refuses("空.pdf", new byte[0], new Refusal.AttachmentEmpty("空.pdf"));
        takes("满.pdf", Arrays.copyOf(pdf("x"), LARGEST), "application/pdf");
        refuses(
                "大.pdf",
                Arrays.copyOf(pdf("x"), LARGEST + 1),
                new Refusal.AttachmentTooLarge("大.pdf", LARGEST + 1, LARGEST));
    }

    private void takes(String name, byte[] content, String mediaType) {
        OfferedFile offered = examiner.examine(name, content);
        assertThat(offered.problem()).as(name).isEmpty();
        assertThat(offered.file().mediaType()).isEqualTo(mediaType);
    }

    private void refuses(String name, byte[] content, Refusal refusal) {
        assertThat(examiner.examine(name, content).problem()).as(name).isEqualTo(Optional.of(refusal));
    }

    private static Refusal forbidden(String name, String mediaType) {
        return new Refusal.AttachmentTypeForbidden(name, mediaType);
    }
}
