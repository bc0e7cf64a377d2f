using System.Buffers.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>
/// Ranges of the Unicode scripts. The table is a list of: length of the name, name, length of the ranges, number of ranges,
/// and per range the distance from the end of the one before and its length less one; numbers are in base 128, low digits first.
/// </summary>
internal static class UnicodeScripts
{
    /// <summary>Finds a script by its simplified name; null if there is none.</summary>
    public static int[]? Find(string simplifiedName)
    {
        var table = new byte[Base64.GetMaxDecodedFromUtf8Length(Encoded.Length)];
        Base64.DecodeFromUtf8(Encoded, table, out _, out var length);
        var position = 0;
        while (position < length)
        {
            int nameLength = table[position++];
            var name = UnicodeClasses.Simplify(table.AsSpan(position, nameLength));
            position += nameLength;
            var size = ReadNumber(table, ref position);
            if (name == simplifiedName)
            {
                return ReadRanges(table, position);
            }

            position += size;
        }

        return null;
    }

    private static int[] ReadRanges(ReadOnlySpan<byte> table, int position)
    {
        var ranges = new int[2 * ReadNumber(table, ref position)];
        var end = 0;
        for (var i = 0; i < ranges.Length; i += 2)
        {
            ranges[i] = end + ReadNumber(table, ref position);
            ranges[i + 1] = end = ranges[i] + ReadNumber(table, ref position);
        }

        return ranges;
    }

    private static int ReadNumber(ReadOnlySpan<byte> table, ref int position)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var digit = table[position++];
            number |= (digit & 0x7F) << shift;
            if (digit < 0x80)
            {
                return number;
            }
        }
    }

    private static ReadOnlySpan<byte> Encoded =>
        "BUFkbGFtCQOA0gdLBQkFAQRBaG9tCQOArgQaAw4FFhVBbmF0b2xpYW5fSGllcm9nbHlwaHMGAYCIBcYEBkFyYWJpY3w5gAwEAgUCDQICAh8CCQwZAmsCIVEv8QEeAgEHSQIc0eQDchHq"u8 +
        "AgNPAzUIACEPcQQChgHkHh6CvwMDAhoCAQIAAwACCQIDAgACAAcABQACAAIAAgICAQIAAwACAAIAAgACAAIBAgADAwIGAgMCAwIAAgkCEAYCAgQCEDUBCEFybWVuaWFuDASxCiUDMQMC"u8 +
        "hOsDBAdBdmVzdGFuBwKAlgQ1BAYIQmFsaW5lc2UGAoA2TAQuBUJhbXVtCgKgzQJXiYIDuAQJQmFzc2FfVmFoBwLQ1QUdAwUFQmF0YWsGAsA3MwkDB0JlbmdhbGkeDoATAwIHAwEDFQIG"u8 +
        "AgAEAwMIAwEDAwkABQECBAMYCUJoYWlrc3VraQsEgLgECAIsAg0LHAhCb3BvbW9mbwkD6gUBmlwqcR8GQnJhaG1pCQOAoARNBSMKAAdCcmFpbGxlBQGAUP8BCEJ1Z2luZXNlBgKANBsD"u8 +
        "AQVCdWhpZAQBwC4TE0NhbmFkaWFuX0Fib3JpZ2luYWwMA4Ao/wSxBEW7gwQPBkNhcmlhbgUBoIUEMBJDYXVjYXNpYW5fQWxiYW5pYW4HArCKBDMMAAZDaGFrbWEHAoCiBDQCEQRDaGFt"u8 +
        "CwSA1AI2Cg0DCQMDCENoZXJva2VlCgOgJ1UDBfOuAk8KQ2hvcmFzbWlhbgUBsJ8EGwZDb21tb26QA64BAEAbBRsuAg4CBBgAIADCAyYGBAMTdQAKAAcAAgD+BAAHAA8ABAAhAJ0BAIUE"u8 +
        "AIIBAdoJAJYDA6MCAPALAkgBzAEBAgDOCQAOAAgDAgUCAgMAhgYLA1YCCgQKAg4SIEAlAgIDBQIaAhAqAgWWBRoKFp8HgQLzBAMfAmiBBF2TAwsFBAIAAhgQBwUDXAEEAFsBlAEPISM9"u8 +
        "PyBQMABZpwHBMz+BsgEhZwKmAQn1AQChAQCMAwAPAdOjAQHRAQkXIgISAgOUAQACHxsFGwoLAC4BQQYCBgsEgwICBSwECFEMNCzlARql8wIDrSVzPfUBCyYDPQQQCQEIHQU89gETDVYK"u8 +
        "GIgBVAJGAgEDAAMBAwMCCwIAAgYCQAIDAwcCBgIbAgMCBAIABAYC0wIDowIDMfIoQ008wwUrBWMNDgMOAg4CJAutATkZAgEOKwUICAEPBZsB1wcGDwQMBHMNWAgLBQAQCwU3CQkHJwkd"u8 +
        "AwFP0wINDQMEBAQEBgocBAoGBQsJBwcJBgqSAQI2JgmIiDAAH18GQ29wdGljCQPiBw2RUXMGBglDdW5laWZvcm0NBIDABJkHZ24CBAzDAQdDeXByaW90DwaAkAQFAwACKwIBBAADAAxD"u8 +
        "eXByb19NaW5vYW4FAZDfBGIIQ3lyaWxsaWMbCIAIhAEDqAHRLgijAQBNAOggH8HwAV+PrwEBB0Rlc2VyZXQFAYCIBE8KRGV2YW5hZ2FyaQwEgBJQBQ4DGeG+Ah8LRGl2ZXNfQWt1cnUT"u8 +
        "CICyBAYDAAMHAgECHQIBAwsKCQVEb2dyYQUBgLAEOwhEdXBsb3lhbg0FgPgGagYMBAgICQMDFEVneXB0aWFuX0hpZXJvZ2x5cGhzCAKA4ASuCAIIB0VsYmFzYW4FAYCKBCcHRWx5bWFp"u8 +
        "YwUB4J8EFghFdGhpb3BpY08kgCRIAgMDBgIAAgMDKAIDAyACAwMGAgACAwMOAjgCAwNCAx8EGeczFgoGAgYCBgIGAgYCBgIGAgaj+gEFAwUDBQoGAgay+QQGAgMCAQIOCEdlb3JnaWFu"u8 +
        "GAqgISUCAAYAAyoCA5EXKgMCwSAlAgAGAApHbGFnb2xpdGljEAaAWF+h5wYGAhADBgIBAgQGR290aGljBQGwhgQaB0dyYW50aGEhD4CmBAMCBwMBAxUCBgIBAgQDCAMBAwIDAAcABgYD"u8 +
        "BgQEBUdyZWVrUyTwBgMCAgMDAgAFAAIAAgICAAITAj4PD6cyBDMEBQRVAMECFQMFAyUDBQMHAgACAAIAAh4DNAIOAg0DBQISAwICCKgCAL+UAgDbqwFOEgDgoANFCEd1amFyYXRpHg6B"u8 +
        "FQICCAICAhUCBgIBAgQDCQICAgIDABADAwsIBg1HdW5qYWxhX0dvbmRpDwbgugQFAgECJAIBAgUICQhHdXJtdWtoaSIQgRQCAgUFAQMVAgYCAQIBAgEDAAIEBQEDAgQACAMCAAgQA0hh"u8 +
        "bkAUgF0ZAlgN1QEwAAIAGggPA8UHvzNB/6MBgbIB7QIDaYnqAQENAY+gAt/NAiG4IAjdAQOBLQ+wOqAYnQTjC8omBkhhbmd1bCYOgCL/Aa88AYICXXIeQh7i7QEchAWjVw0WBTClTx4E"u8 +
        "BQMFAwUDAg9IYW5pZmlfUm9oaW5neWEHAoCaBCcJCQdIYW51bm9vBAGgLhQGSGF0cmFuCQPgkQQSAgEGBAZIZWJyZXcWCZELNgkaBQWp6gMZAgQCAAIBAgECCQhIaXJhZ2FuYREFwWBV"u8 +
        "BwLi/gWeAjECroEBABBJbXBlcmlhbF9BcmFtYWljBwLAkAQVAggJSW5oZXJpdGVkUB2ABm+WAgHFAwobAOEFA9wiHoIEAgIMAgYFAAcABAHHAT+NBAHDASC6HgNsAeaaAw8RDdAHAOMB"u8 +
        "ANsgAMX3Ai0DFqEEAhIHAwYfA9PeMO8BFUluc2NyaXB0aW9uYWxfUGFobGF2aQcC4JYEEgYHFkluc2NyaXB0aW9uYWxfUGFydGhpYW4HAsCWBBUDBwhKYXZhbmVzZQkDgNMCTQMJBQEG"u8 +
        "S2FpdGhpBwKAoQRCCwAHS2FubmFkYRwNgBkMAgICFgIJAgQDCAICAgMIAQcBAgMDCQIBCEthdGFrYW5hIw2hYVkDAvEBD9EBLgJXj5gDCQIs0+ACAwIGAgECAKACAkIDCEtheWFoX0xp"u8 +
        "BwKA0gItAgAKS2hhcm9zaHRoaRMIgJQEAwIBBgcCAgIcAwIFCQgIE0toaXRhbl9TbWFsbF9TY3JpcHQJAuTfBQCcNtUDBUtobWVyCwSAL10DCQcJ5wMfBktob2praQcCgKQEEQIrCUto"u8 +
        "dWRhd2FkaQcCsKUEOgYJA0xhbxgLgR0BAgACBAIXAgACFgMEAgACBQMJAwMFTGF0aW5cJkEZBxkwABAABhYCHgLAAygEnDQlBzAGAwYMAkVC/wHyAgAOABEMjgEBBwAcABIo2BUfo/UB"u8 +
        "ZQQ/BgECAAIEGQ2xBioCCAIDl58BBpsIGQcZphAFAikCCMauAx4GTGVwY2hhCAOAODcEDgQCBUxpbWJ1DAWAMh4CCwULBQAECwhMaW5lYXJfQQoDgIwEtgIKFQsHCExpbmVhcl9CEQeA"u8 +
        "gAQLAhkCEgIBAg4DDSN6BExpc3UJAtDJAi+x9QEABkx5Y2lhbgUBgIUEHAZMeWRpYW4HAqCSBBkGAAhNYWhhamFuaQUB0KIEJgdNYWthc2FyBQHgvQQYCU1hbGF5YWxhbRAHgBoMAgIC"u8 +
        "MgICAgUFDwMZB01hbmRhaWMGAsAQGwMACk1hbmljaGFlYW4HAsCVBCYFCwdNYXJjaGVuCQPwuAQfAxUCDQ1NYXNhcmFtX0dvbmRpEQeAugQGAgECKwQAAgECCAkJC01lZGVmYWlkcmlu"u8 +
        "BQHA3AVaDE1lZXRlaV9NYXllawoD4NUCFsoBLQMJDU1lbmRlX0tpa2FrdWkIAoDQB8QBAw8QTWVyb2l0aWNfQ3Vyc2l2ZQkDoJMEFwUTAy0UTWVyb2l0aWNfSGllcm9nbHlwaHMFAYCT"u8 +
        "BB8ETWlhbwkDgN4FSgU4CBAETW9kaQcCgKwERAwJCU1vbmdvbGlhbhAGgDABAwACEwdYCCq2+wMMA01ybwkDwNQFHgIJBQEHTXVsdGFuaQ0FgKUEBgIAAgMCDgIKB015YW5tYXILA4Ag"u8 +
        "nwHBsgIeYh8JTmFiYXRhZWFuBwKAkQQeCQgLTmFuZGluYWdhcmkJA6CzBAcDLQMKC05ld19UYWlfTHVlCgSAMysFGQcKBAEETmV3YQcCgKgEWwIEA05rbwYCwA86AwIFTnVzaHUKAuHf"u8 +
        "BQCPgwGLAxZOeWlha2VuZ19QdWFjaHVlX0htb25nCwSAwgcsBA0DCQUBBU9naGFtBAGALRwIT2xfQ2hpa2kEAdA4Lw1PbGRfSHVuZ2FyaWFuCQOAmQQyDjIIBQpPbGRfSXRhbGljBwKA"u8 +
        "hgQjCgIRT2xkX05vcnRoX0FyYWJpYW4FAYCVBB8KT2xkX1Blcm1pYwUB0IYEKgtPbGRfUGVyc2lhbgcCoIcEIwUNC09sZF9Tb2dkaWFuBQGAngQnEU9sZF9Tb3V0aF9BcmFiaWFuBQHg"u8 +
        "lAQfCk9sZF9UdXJraWMFAYCYBEgKT2xkX1V5Z2h1cgUB8J4EGQVPcml5YR4OgRYCAgcDAQMVAgYCAQIEAwgDAQMCCAIFAQIEAxEFT3NhZ2UHArCJBCMFIwdPc21hbnlhBwKAiQQdAwkM"u8 +
        "UGFoYXdoX0htb25nDQWA1gVFCwkCBgIUBhIJUGFsbXlyZW5lBQHgkAQfC1BhdV9DaW5fSGF1BQHAtQQ4CFBoYWdzX1BhBQHA0AI3ClBob2VuaWNpYW4HAoCSBBsEAA9Qc2FsdGVyX1Bh"u8 +
        "aGxhdmkJA4CXBBEIAw0GBlJlamFuZwcCsNICIwwABVJ1bmljBgKgLUoECglTYW1hcml0YW4GAoAQLQMOClNhdXJhc2h0cmEHAoDRAkUJCwdTaGFyYWRhBQGAowRfB1NoYXZpYW4FAdCI"u8 +
        "BC8HU2lkZGhhbQcCgKsENQMlC1NpZ25Xcml0aW5nCgOAsAeLBRAEAg4HU2luaGFsYR4NgRsCAhEEFwIIAgADBgQABQUCAAIHBwkDAu2HBBMHU29nZGlhbgUBsJ4EKQxTb3JhX1NvbXBl"u8 +
        "bmcHAtChBBgICQdTb3lvbWJvBQHQtARSCVN1bmRhbmVzZQcCgDc/gQIHDFN5bG90aV9OYWdyaQUBgNACLAZTeXJpYWMLBIAODQI7AwKRAgoHVGFnYWxvZwYCgC4VCgAIVGFnYmFud2EI"u8 +
        "A+AuDAICAgEGVGFpX0xlBgLQMh0DBAhUYWlfVGhhbQwFoDQ+AhwDCgcJBw0IVGFpX1ZpZXQHAoDVAkIZBAVUYWtyaQcCgK0EOQcJBVRhbWlsKBKCFwECBQQCAgMEAQIAAgEEAQQCBAsF"u8 +
        "BAQCAgMDAAcADxTGpwQxDgAGVGFuZ3NhBwLw1AVOAgkGVGFuZ3V0DgTg3wUAIPcvCf8FgQQIBlRlbHVndRwNgBgMAgICFgIPAwgCAgIDCAECAgMAAwMDCQgIBlRoYWFuYQQBgA8xBFRo"u8 +
        "YWkGAoEcOQYbB1RpYmV0YW4QB4AeRwIjBSYCIwIOAgYFAQhUaWZpbmFnaAgDsFo3CAEPAAdUaXJodXRhBwKAqQRHCQkEVG90bwUBkMUHHghVZ2FyaXRpYwcCgIcEHQIAA1ZhaQYBgMoC"u8 +
        "qwIIVml0aGt1cWkTCPCKBAoCDgIGAgECCgIOAgYCAQZXYW5jaG8HAsDFBzkGAAtXYXJhbmdfQ2l0aQcCoLEEUg0ABlllemlkaQkDgJ0EKQICAwECWWkIAoDAAowJBDYQWmFuYWJhemFy"u8 +
        "X1NxdWFyZQUBgLQERw=="u8;
}
