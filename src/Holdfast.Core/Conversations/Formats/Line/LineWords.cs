using System.Collections.Frozen;

namespace Holdfast.Conversations.Formats.Line;

/// <summary>What LINE writes in place of things that are no text, in the languages in which exports are known.</summary>
internal static class LineWords
{
    // English, Japanese, Chinese (both scripts), Thai, Indonesian, Korean.
    private const string Media =
        "Photo|写真|照片|图片|圖片|รูป|ภาพ|รูปภาพ|Foto|사진|画像|Video|動画|影片|视频|วิดีโอ|동영상|Sticker|スタンプ|貼圖|贴图|สติกเกอร์|"
        + "Stiker|스티커|Voice message|ボイスメッセージ|語音訊息|语音信息|ข้อความเสียง|Pesan suara|음성메시지|음성 메시지|File|ファイル|檔案|文件|"
        + "ไฟล์|파일|Albums|Album|アルバム|相簿|相册|อัลบั้ม|앨범";

    private const string Shares =
        "Location|位置情報|位置訊息|位置|ตำแหน่ง|Lokasi|위치정보|위치 정보|Notes|ノート|記事本|记事本";

    private const string Cards =
        "Contact|連絡先|聯絡資訊|联系信息|ข้อมูลติดต่อ|Kontak|연락처";

    private static readonly FrozenDictionary<string, MessageKind> Placeholders = Table();

    // The end of the line; before it stands the name of who took the message back, "You", or nothing.
    private static readonly string[] Unsent =
    [
        "unsent a message.", "Message unsent.", "がメッセージの送信を取り消しました", "メッセージの送信を取り消しました", "已收回訊息", "收回了訊息",
        "已撤回消息", "撤回了一条消息", "ได้ยกเลิกข้อความ", "ยกเลิกข้อความ", "membatalkan pengiriman pesan.", "membatalkan pesan.", "님이 메시지 전송을 취소했습니다.",
        "메시지 전송을 취소했습니다.", "님이 메시지를 삭제했습니다.",
    ];

    private static readonly string[] Myself = ["You", "あなた", "您", "你", "คุณ", "Anda", "Kamu", "나"];

    /// <summary>What a text is.</summary>
    /// <param name="text">The whole text of the record.</param>
    /// <param name="sender">Who sent it; null for a line of the platform.</param>
    /// <param name="isOwner">Set to true when the line shows that its sender is the owner.</param>
    internal static MessageKind KindOf(string text, string? sender, out bool isOwner)
    {
        isOwner = false;
        if (text.StartsWith('\u260E'))
            return MessageKind.Call;
        foreach (var phrase in Unsent)
        {
            if (!text.EndsWith(phrase, StringComparison.Ordinal))
                continue;
            var name = text[..^phrase.Length].Trim();
            isOwner = Array.Exists(Myself, me => name == me);
            // Somebody may write of an unsent message; the platform's line has nothing but the name.
            if (name.Length == 0 || isOwner || sender is null || name == sender)
                return MessageKind.Unsent;
        }

        isOwner = false;
        if (sender is null)
            return MessageKind.Notice;
        if (Placeholders.TryGetValue(text, out var kind))
            return kind;
        // "[File] name.pdf", "[null] https://maps…" for a place.
        return text.StartsWith("[null]", StringComparison.Ordinal) && text.Contains("://", StringComparison.Ordinal) ? MessageKind.Share
            : text.IndexOf("] ", StringComparison.Ordinal) is > 0 and < 20 and var end && Placeholders.TryGetValue(text[..(end + 1)], out kind) ? kind
            : MessageKind.Text;
    }

    private static FrozenDictionary<string, MessageKind> Table()
    {
        var table = new Dictionary<string, MessageKind>(StringComparer.Ordinal);
        foreach (var (words, kind) in ((string, MessageKind)[])[(Media, MessageKind.Media), (Shares, MessageKind.Share), (Cards, MessageKind.ContactCard)])
        {
            foreach (var word in words.Split('|'))
                table.Add($"[{word}]", kind);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
