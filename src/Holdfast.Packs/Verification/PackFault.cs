namespace Holdfast.Packs;

/// <summary>What is wrong. Each has a stable code (<see cref="PackCodes"/>) under which the words for it stand elsewhere.</summary>
public enum PackFault
{
    /// <summary>The archive ends too early: its end record is missing.</summary>
    ArchiveCutShort,

    /// <summary>A header of the archive breaks the ZIP format.</summary>
    ArchiveDamaged,

    /// <summary>Bytes stand before, between or behind the entries, or entries overlap: something may hide there.</summary>
    ArchiveHasGaps,

    /// <summary>The directory of the archive and the header in front of an entry say different things.</summary>
    HeadersDisagree,

    /// <summary>More entries, or longer names, than the limit allows.</summary>
    TooManyEntries,

    /// <summary>The files together, or one list in the pack, are larger than the limit allows.</summary>
    TooLarge,

    /// <summary>An entry unpacks to so much more than it holds that it is made to exhaust the reader.</summary>
    RatioTooHigh,

    /// <summary>An entry is encrypted inside the archive.</summary>
    EntryEncrypted,

    /// <summary>An entry is packed by a method, or has a flag, that a pack may not use.</summary>
    MethodNotAllowed,

    /// <summary>An entry would leave the folder it is unpacked into, or is absolute.</summary>
    UnsafePath,

    /// <summary>A name holds something other than ASCII letters, digits, dot, underscore, hyphen and slash.</summary>
    NameNotAllowed,

    /// <summary>Two entries have one name, or names that are one on some systems.</summary>
    NameRepeated,

    /// <summary>An entry is a symbolic link or another thing that is not a file.</summary>
    NotAFile,

    /// <summary>There is more than one base folder, or a file outside it.</summary>
    MoreThanOneFolder,

    /// <summary>The bytes of an entry cannot be unpacked or do not have their CRC-32.</summary>
    EntryDamaged,

    /// <summary>A file that every pack has is missing, or a listed file is missing.</summary>
    FileMissing,

    /// <summary>A file stands where the layout has no place for it.</summary>
    FileNotExpected,

    /// <summary>A file with a fixed text, or the base folder's name, is not as it must be.</summary>
    TextNotAsFixed,

    /// <summary>The pack states a version of the format that this reader does not know.</summary>
    VersionUnknown,

    /// <summary>A line or a file is not in the one form that its format allows.</summary>
    LineMalformed,

    /// <summary>A line or a label appears twice.</summary>
    LineRepeated,

    /// <summary>A manifest lists a path that does not belong in it.</summary>
    PathMisplaced,

    /// <summary>A file does not have the hash that its manifest gives.</summary>
    HashMismatch,

    /// <summary>A file is in the pack and in no manifest.</summary>
    FileNotListed,

    /// <summary>Number and size of the payload are not as <c>bag-info.txt</c> says.</summary>
    PayloadCountWrong,

    /// <summary>A custody line does not hold the hash of the line before it.</summary>
    CustodyChainBroken,

    /// <summary>A custody line has the wrong number.</summary>
    CustodySequence,

    /// <summary>The number of custody lines is not as <c>bag-info.txt</c> says.</summary>
    CustodyCountWrong,

    /// <summary>The hash of the last custody line is not as <c>bag-info.txt</c> says: the end was cut off or changed.</summary>
    CustodyHeadWrong,

    /// <summary>A file in the pack has the hash of something that is recorded as withheld.</summary>
    WithheldContentPresent,

    /// <summary>The signature file is not of the form that a pack has.</summary>
    SealMalformed,

    /// <summary>The signature is over another tag manifest.</summary>
    SealOverOtherFile,

    /// <summary>The signature does not verify.</summary>
    SealSignatureWrong,

    /// <summary>The certificate beside the signature is not the one in it, or is not a good self-made one.</summary>
    SealCertificateWrong,

    /// <summary>The time-stamp is not a whole response (RFC 3161, TimeStampResp) in a form that can be read.</summary>
    StampMalformed,

    /// <summary>The authority refused to stamp.</summary>
    StampNotGranted,

    /// <summary>The time-stamp is over other data than the seal.</summary>
    StampOverOtherData,

    /// <summary>No certificate of the stamping authority is enclosed.</summary>
    StampCertificateMissing,

    /// <summary>The signature of the time-stamp, or the use of its certificate, is not good.</summary>
    StampSignatureWrong,

    /// <summary>The stamping certificate does not lead to a root that the reader trusts, judged at the stamped time.</summary>
    StampNotTrusted,

    /// <summary>The lists of items, the log and the files do not agree about an item.</summary>
    ItemDisagrees,

    /// <summary>A file in the payload belongs to no item.</summary>
    ItemNotListed,

    /// <summary>The seal is not the one on the slip.</summary>
    SlipSealDiffers,

    /// <summary>The key is not the one on the slip.</summary>
    SlipKeyDiffers,

    /// <summary>The ZIP is not the one on the slip.</summary>
    SlipZipDiffers,
}
