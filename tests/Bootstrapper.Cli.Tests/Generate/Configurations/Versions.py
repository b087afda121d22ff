{
    (OID.Security, '1.1'): {
        0: {
            RID.Security.ServerURI: 'coap://10.0.0.1',
            RID.Security.Bootstrap: False,
            RID.Security.Mode: 3,
            RID.Security.ShortServerID: 1,
            RID.Security.OSCORESecurityMode: '21:0',
        },
    },
    (OID.Server, '1.1'): {
        0: {
            RID.Server.ShortServerID: 1,
            RID.Server.Lifetime: 300,
            RID.Server.NotificationStoring: False,
            RID.Server.Binding: 'U',
        },
    },
    (OID.OSCORE, '2.0'): {
        0: {
            RID.OSCORE.MasterSecret:
                b'\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10',
            RID.OSCORE.SenderID:
                b'\x01',
            RID.OSCORE.RecipientID:
                b'\x02',
            RID.OSCORE.AEADAlgorithm: 10,
        },
    },
}
