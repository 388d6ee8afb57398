using System.Collections.Frozen;

namespace Holdfast.Conversations.Line;

/// <summary>What LINE writes in place of things that are no text, in the languages in which exports are known.</summary>
internal static class LineWords
{
    private static readonly FrozenDictionary<string, MessageKind> Placeholders = new Dictionary<string, MessageKind>(StringComparer.Ordinal)
    {
        // English, Japanese, Chinese (both scripts), Thai, Indonesian, Korean.
        ["[Photo]"] = MessageKind.Media, ["[写真]"] = MessageKind.Media, ["[照片]"] = MessageKind.Media, ["[图片]"] = MessageKind.Media,
        ["[圖片]"] = MessageKind.Media, ["[รูป]"] = MessageKind.Media, ["[ภาพ]"] = MessageKind.Media, ["[รูปภาพ]"] = MessageKind.Media,
        ["[Foto]"] = MessageKind.Media, ["[사진]"] = MessageKind.Media, ["[画像]"] = MessageKind.Media,
        ["[Video]"] = MessageKind.Media, ["[動画]"] = MessageKind.Media, ["[影片]"] = MessageKind.Media, ["[视频]"] = MessageKind.Media,
        ["[วิดีโอ]"] = MessageKind.Media, ["[동영상]"] = MessageKind.Media,
        ["[Sticker]"] = MessageKind.Media, ["[スタンプ]"] = MessageKind.Media, ["[貼圖]"] = MessageKind.Media, ["[贴图]"] = MessageKind.Media,
        ["[สติกเกอร์]"] = MessageKind.Media, ["[Stiker]"] = MessageKind.Media, ["[스티커]"] = MessageKind.Media,
        ["[Voice message]"] = MessageKind.Media, ["[ボイスメッセージ]"] = MessageKind.Media, ["[語音訊息]"] = MessageKind.Media,
        ["[语音信息]"] = MessageKind.Media, ["[ข้อความเสียง]"] = MessageKind.Media, ["[Pesan suara]"] = MessageKind.Media, ["[음성메시지]"] = MessageKind.Media,
        ["[음성 메시지]"] = MessageKind.Media,
        ["[File]"] = MessageKind.Media, ["[ファイル]"] = MessageKind.Media, ["[檔案]"] = MessageKind.Media, ["[文件]"] = MessageKind.Media,
        ["[ไฟล์]"] = MessageKind.Media, ["[파일]"] = MessageKind.Media,
        ["[Albums]"] = MessageKind.Media, ["[Album]"] = MessageKind.Media, ["[アルバム]"] = MessageKind.Media, ["[相簿]"] = MessageKind.Media,
        ["[相册]"] = MessageKind.Media, ["[อัลบั้ม]"] = MessageKind.Media, ["[앨범]"] = MessageKind.Media,
        ["[Location]"] = MessageKind.Share, ["[位置情報]"] = MessageKind.Share, ["[位置訊息]"] = MessageKind.Share, ["[位置]"] = MessageKind.Share,
        ["[ตำแหน่ง]"] = MessageKind.Share, ["[Lokasi]"] = MessageKind.Share, ["[위치정보]"] = MessageKind.Share, ["[위치 정보]"] = MessageKind.Share,
        ["[Notes]"] = MessageKind.Share, ["[ノート]"] = MessageKind.Share, ["[記事本]"] = MessageKind.Share, ["[记事本]"] = MessageKind.Share,
        ["[Contact]"] = MessageKind.ContactCard, ["[連絡先]"] = MessageKind.ContactCard, ["[聯絡資訊]"] = MessageKind.ContactCard,
        ["[联系信息]"] = MessageKind.ContactCard, ["[ข้อมูลติดต่อ]"] = MessageKind.ContactCard, ["[Kontak]"] = MessageKind.ContactCard,
        ["[연락처]"] = MessageKind.ContactCard,
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
}
