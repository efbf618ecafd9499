package mailboxtest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// CA writes the PEM certificate of a new authority, which signed nothing, and
// returns the file's path.
func CA(t testing.TB) string {
	t.Helper()
	ca := newAuthority(t)
	file := filepath.Join(t.TempDir(), "ca.pem")
	writePEM(t, file, "CERTIFICATE", ca.cert.Raw)
	return file
}

// writeCertificates writes the certificate of a new authority to ca.pem, and to
// server.pem and server.key what it signed for 127.0.0.1.
func writeCertificates(t testing.TB, dir string) {
	t.Helper()
	ca := newAuthority(t)
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(t, err)
	cert := certify(t, &x509.Certificate{
		Subject:     pkix.Name{CommonName: "mail server for tests"},
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}, &key.PublicKey, ca)
	der, err := x509.MarshalPKCS8PrivateKey(key)
	check(t, err)
	writePEM(t, filepath.Join(dir, "ca.pem"), "CERTIFICATE", ca.cert.Raw)
	writePEM(t, filepath.Join(dir, "server.pem"), "CERTIFICATE", cert.Raw)
	writePEM(t, filepath.Join(dir, "server.key"), "PRIVATE KEY", der)
}

// authority signs certificates. A nil cert stands for one that signs itself.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t testing.TB) authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(t, err)
	cert := certify(t, &x509.Certificate{
		Subject:               pkix.Name{CommonName: "authority for tests"},
		IsCA:                  true,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageCertSign,
	}, &key.PublicKey, authority{key: key})
	return authority{cert, key}
}

// certify signs a certificate that is valid around now.
func certify(t testing.TB, cert *x509.Certificate, public *ecdsa.PublicKey, by authority) *x509.Certificate {
	t.Helper()
	cert.SerialNumber = big.NewInt(time.Now().UnixNano())
	cert.NotBefore = time.Now().Add(-time.Hour)
	cert.NotAfter = time.Now().Add(24 * time.Hour)
	if by.cert == nil {
		by.cert = cert
	}
	der, err := x509.CreateCertificate(rand.Reader, cert, by.cert, public, by.key)
	check(t, err)
	cert, err = x509.ParseCertificate(der)
	check(t, err)
	return cert
}

func writePEM(t testing.TB, file, kind string, der []byte) {
	t.Helper()
	check(t, os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600))
}
