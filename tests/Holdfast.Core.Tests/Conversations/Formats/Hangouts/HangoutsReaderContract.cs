namespace Holdfast.Core.Tests.Conversations.Formats.Hangouts;

public sealed class HangoutsReaderContract : ExportReaderContract
{
    protected override string Format => "hangouts";

    protected override string SampleName => "Hangouts.json";

    protected override int Messages => 2;

    protected override string Sample => """
        {"conversations": [{
          "conversation": {"conversation_id": {"id": "Ug1"}, "conversation": {"id": {"id": "Ug1"},
            "self_conversation_state": {"self_read_state": {"participant_id": {"gaia_id": "1"}}},
            "participant_data": [{"id": {"gaia_id": "1"}, "fallback_name": "Tom"}, {"id": {"gaia_id": "2"}, "fallback_name": "Mira"}]}},
          "events": [
            {"conversation_id": {"id": "Ug1"}, "sender_id": {"gaia_id": "2"}, "timestamp": "1433461103849000", "event_id": "e1",
             "chat_message": {"message_content": {"segment": [{"type": "TEXT", "text": "hello there"}]}}},
            {"conversation_id": {"id": "Ug1"}, "sender_id": {"gaia_id": "1"}, "timestamp": "1433461163849000", "event_id": "e2",
             "chat_message": {"message_content": {"segment": [{"type": "TEXT", "text": "wer ist dás?"}]}}}
          ]}]}
        """;
}
