namespace Bootstrapper.Tests.Card
{
    /// <summary>PKCS#15 files as specifications and cards have them.</summary>
    public static class Vectors
    {
        /// <summary>The application identifier of PKCS#15: its RID and "PKCS-15".</summary>
        public const string Aid = "A000000063504B43532D3135";

        /// <summary>2.23.43.9.1, lwm2m-bootstrap, as contents of an OBJECT IDENTIFIER.</summary>
        public const string BootstrapOid = "672B0901";

        /// <summary>An application template with label, path and tokenInfoPath, no odfPath.</summary>
        public const string Dir1 =
            "61354F0CA000000063504B43532D313550075253412044534951043F0050157316060A2A864886F70D010F0401A10804063F0050154320";

        /// <summary>An application template and the filler of its record.</summary>
        public const string Dir2 = "61144F0CA000000063504B43532D313551043F005015FFFFFFFFFFFFFFFFFFFF";

        /// <summary>One entry: DODF 6430.</summary>
        public const string Odf1 = "A706300404026430";

        /// <summary>DODF 4407, then trusted certificates 4404, then filler.</summary>
        public const string Odf2 = "A706300404024407A506300404024404FFFFFF";

        /// <summary>oidDO for path 6432, the identifier's header doubled.</summary>
        public const string DodfBad =
            "A127300030110C0F4C774D324D20426F6F747374726170A110300E06060604672B0901300404026432";

        /// <summary>The same with the right identifier.</summary>
        public const string DodfOk = "A125300030110C0F4C774D324D20426F6F747374726170A10E300C0604672B0901300404026432";

        /// <summary>oidDO with label, private flag and applicationOID, path 6432, index 16, length 122.</summary>
        public const string DodfIdx =
            "A13D300B0C054C774D324D0302078030170C0F4C774D324D20426F6F7473747261700604672B0901" +
            "A11530130604672B0901300B040264320201108002007A";

        /// <summary>opaqueDO with applicationOID, path 7FFF6432.</summary>
        public const string DodfOpq = "301B30070C054C774D324D30060604672B0901A108300604047FFF6432";
    }
}
