namespace Holdfast.Packs;

/// <summary>
/// <c>README.txt</c>: how a stranger checks the pack with public tools. The lines that begin with four spaces are commands;
/// a test takes them from a pack and runs them as they stand.
/// </summary>
internal static class Readme
{
    public static string Write(string folder, bool isPartial) => $$"""
        HOW TO CHECK THIS EVIDENCE PACK
        ===============================
        {{(isPartial ? "\nThis pack is PARTIAL: some things could not be put in. metadata/gaps.json lists them.\n" : "")}}
        You need no special program. Lines that begin with four spaces are commands for bash,
        typed inside this folder ({{folder}}); they use sha256sum, diff, grep and openssl.
        We tried them on Debian 12 with openssl 3.0, and not on macOS. On Windows, "certutil -hashfile
        FILE SHA256" should print the hash of one file; we have not tried that command.

        1. The file you received is the one on the seal slip (the slip is kept apart from the pack).
           Compare with "ZIP" on the slip. If you have no ZIP, begin with step 2.

            sha256sum ../{{folder}}.zip

        2. Nothing was changed. Every line must end in OK.

            sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt

        3. Nothing was added. These commands must print nothing.

            diff <(find data ! -type d | LC_ALL=C sort) <(cut -c67- manifest-sha256.txt | LC_ALL=C sort)
            diff <(find . ! -type d ! -path './data/*' ! -path './seal/*' ! -path ./tagmanifest-sha256.txt | cut -c3- | LC_ALL=C sort) <(cut -c67- tagmanifest-sha256.txt | LC_ALL=C sort)
            find seal ! -type d ! -name seal.p7s ! -name signer.pem ! -name seal.tsr ! -name tsa-chain.pem

        4. Nothing is here that was to stay out. This command must print nothing.

            if [ -s metadata/withheld-sha256.txt ]; then cut -c1-64 metadata/withheld-sha256.txt | grep -F -f - manifest-sha256.txt tagmanifest-sha256.txt || true; fi

        5. The custody log is unbroken. It must not print BROKEN, and must print the line Custody-Head.

            p=$(printf '0%.0s' $(seq 64))
            while IFS= read -r l; do case "$l" in *",\"prev\":\"$p\"}") ;; *) echo BROKEN ;; esac; p=$(printf %s "$l" | sha256sum | cut -c1-64); done < custody/custody.jsonl
            grep "^Custody-Head: sha256:$p$" bag-info.txt
            grep "^Custody-Entries: $(wc -l < custody/custody.jsonl | tr -d ' ')$" bag-info.txt

        6. The seal. The first command must print the seal on the slip, the second must say that the
           verification was successful, the third must print the seal key on the slip.

            sha256sum tagmanifest-sha256.txt
            openssl cms -verify -binary -inform DER -in seal/seal.p7s -content tagmanifest-sha256.txt -CAfile seal/signer.pem -purpose any -out /dev/null
            openssl x509 -in seal/signer.pem -noout -fingerprint -sha256

        7. The time. If there is a file seal/seal.tsr, these show the time at which an authority saw the
           seal. You must bring the root certificate of that authority yourself and decide to trust it.
           (These lines begin with a bar, since most packs have no time-stamp.)

          | openssl ts -reply -in seal/seal.tsr -text
          | T=$(date -u -d "$(openssl ts -reply -in seal/seal.tsr -text 2>/dev/null | sed -n 's/^Time stamp: //p')" +%s)
          | openssl ts -verify -data seal/seal.p7s -in seal/seal.tsr -CAfile ROOT-YOU-TRUST.pem -untrusted seal/tsa-chain.pem -attime $T

           Keep -attime: without it a good time-stamp looks bad once the authority's certificate has ended.

        WHAT THIS SHOWS
        These files have not changed since they were sealed. If the seal was written down elsewhere
        (in a report to the police, or in a time-stamp), they existed then.

        WHAT IT DOES NOT SHOW
        Who made the pack: the key is self-made, and only shows that packs with the same key come from
        the same hands. Who wrote the messages. That a picture of a screen shows what really happened.
        Times in the custody log come from the clock of the device, which nobody checked.

        WHERE THINGS ARE
        data/items/     the originals, byte for byte; metadata/items.json says what each was called
        metadata/       lists made by the tool; identifiers.csv has accounts, numbers and links
        custody/        what was done, step by step
        seal/           signature, its certificate, and a time-stamp if one was made
        Items that are "withheld" are not in this pack, only their SHA-256. They may show a person in an
        intimate way or under 18, and were left where they are, on the device of the person reporting.

        """.ReplaceLineEndings("\n");
}
