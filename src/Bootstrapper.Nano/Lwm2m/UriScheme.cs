namespace Bootstrapper.Lwm2m
{
    /// <summary>The part of a server's URI that decides about its security. Looking at it allocates nothing.</summary>
    internal static class UriScheme
    {
        /// <summary>A URI without a scheme, or with no host behind it.</summary>
        public const int Malformed = 0;

        /// <summary>A scheme that is none of CoAP.</summary>
        public const int Unknown = 1;

        /// <summary>coap or coap+tcp.</summary>
        public const int Plain = 2;

        /// <summary>coaps or coaps+tcp.</summary>
        public const int Secured = 3;

        /// <summary>Gets what scheme a URI has, of the constants here.</summary>
        public static int Of(string uri)
        {
            // RFC 3986 3: scheme ":" "//" [userinfo "@"] host [":" port], then "/", "?", "#" or the end.
            int colon = uri.IndexOf(':');
            if (colon < 1 || colon + 3 >= uri.Length || uri[colon + 1] != '/' || uri[colon + 2] != '/')
                return Malformed;

            for (int i = 0; i < colon; i++)
            {
                if (!IsAllowed(uri[i], i == 0))
                    return Malformed;
            }

            if (!HasHost(uri, colon + 3))
                return Malformed;
            if (Is(uri, colon, "coaps") || Is(uri, colon, "coaps+tcp"))
                return Secured;
            return Is(uri, colon, "coap") || Is(uri, colon, "coap+tcp") ? Plain : Unknown;
        }

        // RFC 3986 3.1: a letter, then letters, digits, "+", "-" and "."; upper case is as good as lower case.
        private static bool IsAllowed(char c, bool isFirst)
        {
            int letter = c | 0x20;
            if (letter >= 'a' && letter <= 'z')
                return true;
            return !isFirst && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
        }

        // What may stand in a scheme differs from its lower case in that bit at most.
        private static bool Is(string uri, int length, string scheme)
        {
            if (length != scheme.Length)
                return false;
            for (int i = 0; i < length; i++)
            {
                if ((uri[i] | 0x20) != scheme[i])
                    return false;
            }

            return true;
        }

        private static bool HasHost(string uri, int start)
        {
            int host = start;
            int bracket = 0;
            int end = start;
            for (; end < uri.Length && uri[end] != '/' && uri[end] != '?' && uri[end] != '#'; end++)
            {
                if (uri[end] == '@')
                {
                    host = end + 1;
                    bracket = 0;
                }
                else if (uri[end] == ']' && bracket == 0)
                {
                    bracket = end;
                }
            }

            if (host == end || uri[host] == ':')
                return false;

            // RFC 3986 3.2.2: an IPv6 address stands in brackets.
            return uri[host] != '[' || bracket > host + 1;
        }
    }
}
