//! How the settings of a signature are stated.

use super::{
    Credential, Filling, PairHeader, Piece, Signature, SignatureAlgorithm, SignatureEncoding,
    SignedAnswer, SignedHeader, TimeForm,
};

impl Signature {
    /// A signature made by this, whose texts and headers are said piece by piece.
    ///
    /// It is written in base64, times as RFC 3339 says, and answers are not signed, unless the rest
    /// says so.
    pub const fn by(method: SignatureAlgorithm) -> Self {
        let mut it = Self::new("", "");
        it.method = method;
        it.encoding = SignatureEncoding::Base64;
        it.filling = Filling::Templates;
        it
    }

    /// The short form: a signature by RSASSA-PKCS1-v1_5 and SHA-256, which the API calls by this
    /// name, in this header.
    ///
    /// Nothing is signed, and no other header is sent, unless the rest says so.
    pub const fn new(algorithm: &'static str, signature_header: &'static str) -> Self {
        Self {
            algorithm,
            algorithm_aliases: &[],
            refused: &[],
            key_version: 1,
            signature_header,
            form: PairHeader::SIGNATURE,
            client_header: None,
            request_time_header: None,
            response_time_header: None,
            string_to_sign: &[],
            accept_unsigned: &[],
            method: SignatureAlgorithm::RsaSha256,
            secret: None,
            encoding: SignatureEncoding::FormBase64,
            time: TimeForm::Rfc3339,
            headers: &[],
            answer: None,
            filling: Filling::Pairs,
        }
    }

    /// Sets the secret of an algorithm that both sides have one of.
    #[must_use]
    pub const fn secret(mut self, secret: &'static Credential) -> Self {
        self.secret = Some(secret);
        self
    }

    /// Sets how the signature is written.
    #[must_use]
    pub const fn encoding(mut self, encoding: SignatureEncoding) -> Self {
        self.encoding = encoding;
        self
    }

    /// Sets how times are written.
    #[must_use]
    pub const fn time(mut self, form: TimeForm) -> Self {
        self.time = form;
        self
    }

    /// Sets the headers of a request.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [SignedHeader]) -> Self {
        self.headers = headers;
        self
    }

    /// Sets how answers are signed.
    #[must_use]
    pub const fn answer(mut self, answer: SignedAnswer) -> Self {
        self.answer = Some(answer);
        self
    }

    /// Sets other names of the algorithm, read in any case.
    #[must_use]
    pub const fn algorithm_aliases(mut self, names: &'static [&'static str]) -> Self {
        self.algorithm_aliases = names;
        self
    }

    /// Sets algorithms that are known but not supported, each with the reason.
    #[must_use]
    pub const fn refused(mut self, refused: &'static [(&'static str, &'static str)]) -> Self {
        self.refused = refused;
        self
    }

    /// Sets the key version when the user gives none; 1 unless set.
    #[must_use]
    pub const fn key_version(mut self, version: u32) -> Self {
        self.key_version = version;
        self
    }

    /// Sets how the header with the signature is written; [`PairHeader::SIGNATURE`] unless set.
    #[must_use]
    pub const fn form(mut self, form: PairHeader) -> Self {
        self.form = form;
        self
    }

    /// Sets the header with the client id.
    #[must_use]
    pub const fn client_header(mut self, name: &'static str) -> Self {
        self.client_header = Some(name);
        self
    }

    /// Sets the header with the time of a request.
    #[must_use]
    pub const fn request_time_header(mut self, name: &'static str) -> Self {
        self.request_time_header = Some(name);
        self
    }

    /// Sets the header with the time of an answer.
    #[must_use]
    pub const fn response_time_header(mut self, name: &'static str) -> Self {
        self.response_time_header = Some(name);
        self
    }

    /// Sets what is signed, piece by piece.
    #[must_use]
    pub const fn string_to_sign(mut self, pieces: &'static [Piece]) -> Self {
        self.string_to_sign = pieces;
        self
    }

    /// Sets the statuses an answer without signature may have.
    #[must_use]
    pub const fn accept_unsigned(mut self, statuses: &'static [&'static str]) -> Self {
        self.accept_unsigned = statuses;
        self
    }
}
