package mailboxtest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
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

// Certificate returns a certificate for a server at an IP address, and the path of
// the PEM certificate of the new authority that signed it.
func Certificate(t testing.TB, ip string, notAfter time.Time) (cert tls.Certificate, caFile string) {
	t.Helper()
	dir := t.TempDir()
	writeCertificates(t, dir, ip, notAfter)
	cert, err := tls.LoadX509KeyPair(filepath.Join(dir, "server.pem"), filepath.Join(dir, "server.key"))
	check(t, err)
	return cert, filepath.Join(dir, "ca.pem")
}

// writeCertificates writes the certificate of a new authority to ca.pem, and to
// server.pem and server.key what it signed for an IP address.
func writeCertificates(t testing.TB, dir, ip string, notAfter time.Time) {
	t.Helper()
	ca := newAuthority(t)
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(t, err)
	cert := certify(t, &x509.Certificate{
		Subject:     pkix.Name{CommonName: "mail server for tests"},
		IPAddresses: []net.IP{net.ParseIP(ip)},
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		NotAfter:    notAfter,
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
		NotAfter:              tomorrow(),
	}, &key.PublicKey, authority{key: key})
	return authority{cert, key}
}

func tomorrow() time.Time { return time.Now().Add(24 * time.Hour) }

// certify signs a certificate that is valid until its NotAfter.
func certify(t testing.TB, cert *x509.Certificate, public *ecdsa.PublicKey, by authority) *x509.Certificate {
	t.Helper()
	cert.SerialNumber = big.NewInt(time.Now().UnixNano())
	cert.NotBefore = cert.NotAfter.Add(-48 * time.Hour)
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
