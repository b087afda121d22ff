{
    OID.Security: {
        0: {
            RID.Security.ServerURI: 'coaps://bootstrap.example.com',
            RID.Security.Bootstrap: True,
            RID.Security.Mode: 0,
            RID.Security.PKOrIdentity: b'b313cc22-f969-42ec-ad42',
            RID.Security.ServerPKOrIdentity: b'',
            RID.Security.SecretKey:
                b'\xe1\x29\x79\x13\x59\x95\x0c\xbb\x1c\x8c\x3c\x58\x29\x13\xb5\x51',
            RID.Security.ClientHoldOffTime: 3600,
        },
        1: {
            RID.Security.ServerURI: 'coaps://server1.example.com',
            RID.Security.Bootstrap: False,
            RID.Security.Mode: 0,
            RID.Security.PKOrIdentity: b'b313cc22-f969-42ec-ad42',
            RID.Security.ServerPKOrIdentity: b'',
            RID.Security.SecretKey:
                b'\x1c\xa2\x02\x8d\x71\x97\xc7\x78\xe9\xae\xf5\xef\x69\x08\x2b\xea',
            RID.Security.ShortServerID: 101,
        },
        2: {
            RID.Security.ServerURI: 'coaps://server2.example.com',
            RID.Security.Bootstrap: False,
            RID.Security.Mode: 1,
            RID.Security.PKOrIdentity:
                b'\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03'
                b'\x42\x00\x04\xa0\x9d\xcb\x1b\xc7\x39\xe7\xf1\x9a\xfa\x9a\xdc\xb1\x94\x49\x68\xbf\xba\x73\xef\xce'
                b'\xc2\x9b\x50\x48\x6e\xb4\x4d\x1b\x29\xc1\x93\x44\x99\x70\xa3\x73\x68\x30\xcb\x2b\xd5\xd7\xec\x05'
                b'\xd2\xbd\x1f\xc0\x7b\x6d\xf5\xe4\x8b\x54\xce\x77\xa6\xa7\x22\x9c\x3a\x91\xc2',
            RID.Security.ServerPKOrIdentity:
                b'\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03'
                b'\x42\x00\x04\x82\xc7\x73\xf3\x78\xd3\x0c\x27\x83\xa4\x8e\xb8\x11\xb9\x6c\xf6\xa9\x06\x94\xa8\x56'
                b'\x4f\x1e\x7f\x6d\x36\x61\x52\xf1\x16\x98\x95\x0f\x6f\x7c\x40\xcd\xa5\x85\x33\x4f\x83\x77\x50\xa1'
                b'\x02\xf5\xbf\x25\x50\x8c\xeb\x9e\x55\xdf\xc0\xf1\x2a\x45\x51\x99\xa4\xc9\x60',
            RID.Security.SecretKey:
                b'\x30\x77\x02\x01\x01\x04\x20\x9f\x35\x2d\xa1\x64\x95\x74\x8e\x14\x6f\xcb\x53\x70\xb8\xe9\x6d\x29'
                b'\x2c\xed\x55\x67\xa8\xfa\xe5\x5a\x22\xbb\x67\xd9\x16\x51\xb8\xa0\x0a\x06\x08\x2a\x86\x48\xce\x3d'
                b'\x03\x01\x07\xa1\x44\x03\x42\x00\x04\xa0\x9d\xcb\x1b\xc7\x39\xe7\xf1\x9a\xfa\x9a\xdc\xb1\x94\x49'
                b'\x68\xbf\xba\x73\xef\xce\xc2\x9b\x50\x48\x6e\xb4\x4d\x1b\x29\xc1\x93\x44\x99\x70\xa3\x73\x68\x30'
                b'\xcb\x2b\xd5\xd7\xec\x05\xd2\xbd\x1f\xc0\x7b\x6d\xf5\xe4\x8b\x54\xce\x77\xa6\xa7\x22\x9c\x3a\x91'
                b'\xc2',
            RID.Security.ShortServerID: 102,
        },
    },
    OID.Server: {
        0: {
            RID.Server.ShortServerID: 101,
            RID.Server.Lifetime: 86400,
            RID.Server.DefaultMinPeriod: 300,
            RID.Server.DefaultMaxPeriod: 6000,
            RID.Server.DisableTimeout: 86400,
            RID.Server.NotificationStoring: True,
            RID.Server.Binding: 'U',
        },
        1: {
            RID.Server.ShortServerID: 102,
            RID.Server.Lifetime: 86400,
            RID.Server.DefaultMinPeriod: 60,
            RID.Server.DefaultMaxPeriod: 6000,
            RID.Server.DisableTimeout: 86400,
            RID.Server.NotificationStoring: False,
            RID.Server.Binding: 'UQ',
        },
    },
    OID.AccessControl: {
        0: {
            RID.AccessControl.TargetOID: 1,
            RID.AccessControl.TargetIID: 0,
            RID.AccessControl.ACL: [(101, 15)],
            RID.AccessControl.Owner: 101,
        },
        1: {
            RID.AccessControl.TargetOID: 1,
            RID.AccessControl.TargetIID: 1,
            RID.AccessControl.ACL: [(102, 15)],
            RID.AccessControl.Owner: 102,
        },
        2: {
            RID.AccessControl.TargetOID: 3,
            RID.AccessControl.TargetIID: 0,
            RID.AccessControl.ACL: [(101, 15), (102, 1)],
            RID.AccessControl.Owner: 101,
        },
        3: {
            RID.AccessControl.TargetOID: 4,
            RID.AccessControl.TargetIID: 0,
            RID.AccessControl.ACL: [(101, 1), (0, 1)],
            RID.AccessControl.Owner: 101,
        },
        4: {
            RID.AccessControl.TargetOID: 5,
            RID.AccessControl.TargetIID: 65535,
            RID.AccessControl.ACL: [(101, 16)],
            RID.AccessControl.Owner: 65535,
        },
    },
}
