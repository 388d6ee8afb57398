using System.Collections.Frozen;

namespace Holdfast.Conversations.Dates;

/// <summary>
/// The names of the months in the languages in which exports print dates (Unicode CLDR: the forms used inside a date, and
/// abbreviations that are not the beginning of the full name). Languages that number their months need no entry.
/// </summary>
internal static class MonthNames
{
    // One line for each language (the first word says which); "/" stands between two forms of one month.
    private static readonly string[] Languages =
    [
        "en january february march april may june july august september october november december",
        "de januar/jänner februar/feber märz/mrz april mai juni juli august september oktober november dezember",
        "fr janvier février/fevrier/fév mars avril mai juin juillet/juil août/aout septembre octobre novembre décembre/decembre/déc",
        "es enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
        "pt janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "it gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "ca gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
        "ro ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "nl januari februari maart/mrt april mei juni juli augustus september oktober november december",
        "sv januari februari mars april maj juni juli augusti september oktober november december",
        "da januar februar marts april maj juni juli august september oktober november december",
        "no januar februar mars april mai juni juli august september oktober november desember",
        "fi tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu "
            + "heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu",
        "pl stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień "
            + "września/wrzesień/wrz października/październik/paź listopada/listopad grudnia/grudzień",
        "cs ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září "
            + "října/říjen listopadu/listopad prosince/prosinec",
        "sk januára/január februára/február marca/marec apríla/apríl mája/máj júna/jún júla/júl augusta septembra októbra/október novembra decembra",
        "hu január február március április május június július augusztus szeptember október november december",
        "hr siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada/lis studenoga/studenog prosinca",
        "tr ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "id januari februari maret april mei juni juli agustus/agt september oktober november desember",
        "ru января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь "
            + "октября/октябрь ноября/ноябрь декабря/декабрь",
        "uk січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "bg януари февруари март април май юни юли август септември октомври ноември декември",
        "el ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου/μαΐ ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
        "ar يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "he בינואר/ינואר בפברואר/פברואר במרץ/מרץ באפריל/אפריל במאי/מאי ביוני/יוני ביולי/יולי באוגוסט/אוגוסט "
            + "בספטמבר/ספטמבר באוקטובר/אוקטובר בנובמבר/נובמבר בדצמבר/דצמבר",
        "hi जनवरी फ़रवरी/फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर/अक्तूबर नवंबर दिसंबर",
        "bn জানুয়ারী/জানুয়ারি ফেব্রুয়ারী/ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
        "th มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
        "tl enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    ];

    private static readonly FrozenDictionary<string, int> Months = Build();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByLetters =
        Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month from 1 to 12 that a word names, in full or by three or more of its first letters; else 0.</summary>
    internal static int Of(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[24];
        if (word.Length is < 2 or > 24)
            return 0;
        var length = word.ToLowerInvariant(lower);
        return ByLetters.TryGetValue(lower[..length], out var month) ? month : 0;
    }

    private static FrozenDictionary<string, int> Build()
    {
        var result = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, month) in Languages.SelectMany(Names))
            result.TryAdd(name, month);

        // A beginning that stands for different months (in one language, or in two) stands for none; but English, which
        // programs fall back to, keeps its own.
        var beginnings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            foreach (var (name, month) in Names(language))
            {
                for (var length = 3; length < name.Length; length++)
                {
                    var begin = name[..length];
                    var isEnglish = language.StartsWith("en ", StringComparison.Ordinal);
                    if (!beginnings.TryAdd(begin, isEnglish ? -month : month) && beginnings[begin] is > 0 and var other && other != month)
                        beginnings[begin] = 0;
                }
            }
        }

        foreach (var (begin, month) in beginnings)
        {
            if (month != 0)
                result.TryAdd(begin, Math.Abs(month));
        }

        return result.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, int Month)> Names(string language) =>
        language.Split(' ').Skip(1).SelectMany((names, i) => names.Split('/').Select(name => (name, i + 1)));
}
