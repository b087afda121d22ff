using System;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests
{
    /// <summary>The assertions that the two test frameworks spell differently, or not at all.</summary>
    public static class Expect
    {
        /// <summary>Runs <paramref name="action"/> and returns the exception it must throw, of exactly that type.</summary>
        public static Exception Throws(Type type, Action action)
        {
            Exception thrown = null;
            try
            {
                action();
            }
            catch (Exception e)
            {
                thrown = e;
            }

            Assert.IsNotNull(thrown, "no exception, " + type.Name + " expected");
            Assert.AreEqual(type.FullName, thrown.GetType().FullName, thrown.Message);
            return thrown;
        }

        /// <summary>Runs <paramref name="action"/>, which must throw a content exception for this offset.</summary>
        public static void Content(int offset, Action action)
        {
            ContentException thrown = (ContentException)Throws(typeof(ContentException), action);
            Assert.AreEqual(offset, thrown.Offset, thrown.Message);
        }

        /// <summary>Compares bytes with what <paramref name="hex"/> spells.</summary>
        public static void Bytes(string hex, byte[] actual)
        {
            byte[] expected = Hex.Bytes(hex);
            Assert.IsNotNull(actual, "no bytes, " + hex + " expected");
            Assert.AreEqual(expected.Length, actual.Length, "length");
            for (int i = 0; i < expected.Length; i++)
                Assert.AreEqual((int)expected[i], (int)actual[i], "byte " + i.ToString());
        }
    }
}
