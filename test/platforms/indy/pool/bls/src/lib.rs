//! The BLS signatures of Indy for the Python of its nodes: functions from bytes to bytes. Each answers with the length
//! of what it wrote to `out`, or with 0 when its input is no such point, key or signature.

use indy_blssignatures::{Bls, Generator, MultiSignature, ProofOfPossession, SignKey, Signature, VerKey};
use std::slice::from_raw_parts;

/// Bytes that belong to the caller.
#[repr(C)]
pub struct Bytes {
    pointer: *const u8,
    length: usize,
}

impl Bytes {
    fn read(&self) -> &[u8] {
        unsafe { from_raw_parts(self.pointer, self.length) }
    }
}

/// Everything that is written fits into the 512 bytes that the caller gives.
fn write(bytes: Option<Vec<u8>>, out: *mut u8) -> usize {
    let Some(bytes) = bytes else { return 0 };
    unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), out, bytes.len()) };
    bytes.len()
}

fn all(list: *const Bytes, count: usize) -> Vec<&'static [u8]> {
    let list = unsafe { from_raw_parts(list, count) };
    list.iter().map(|bytes| unsafe { from_raw_parts(bytes.pointer, bytes.length) }).collect()
}

#[no_mangle]
pub extern "C" fn sign_key(seed: Bytes, out: *mut u8) -> usize {
    write(SignKey::new(Some(seed.read())).ok().map(|key| key.as_bytes().to_vec()), out)
}

#[no_mangle]
pub extern "C" fn ver_key(generator: Bytes, sign_key: Bytes, out: *mut u8) -> usize {
    let make = || {
        let key = VerKey::new(&Generator::from_bytes(generator.read()).ok()?, &SignKey::from_bytes(sign_key.read()).ok()?);
        Some(key.ok()?.as_bytes().to_vec())
    };
    write(make(), out)
}

#[no_mangle]
pub extern "C" fn proof(ver_key: Bytes, sign_key: Bytes, out: *mut u8) -> usize {
    let make = || {
        let (public, secret) = (VerKey::from_bytes(ver_key.read()).ok()?, SignKey::from_bytes(sign_key.read()).ok()?);
        Some(ProofOfPossession::new(&public, &secret).ok()?.as_bytes().to_vec())
    };
    write(make(), out)
}

#[no_mangle]
pub extern "C" fn sign(message: Bytes, sign_key: Bytes, out: *mut u8) -> usize {
    let make = || {
        let signature = Bls::sign(message.read(), &SignKey::from_bytes(sign_key.read()).ok()?);
        Some(signature.ok()?.as_bytes().to_vec())
    };
    write(make(), out)
}

#[no_mangle]
pub extern "C" fn multi_signature(signatures: *const Bytes, count: usize, out: *mut u8) -> usize {
    let make = || {
        let read: Result<Vec<_>, _> = all(signatures, count).into_iter().map(Signature::from_bytes).collect();
        let read = read.ok()?;
        Some(MultiSignature::new(&read.iter().collect::<Vec<_>>()).ok()?.as_bytes().to_vec())
    };
    write(make(), out)
}

/// 1: as the kind says (0 a key, 1 a signature, 2 a proof of possession, 3 a generator).
#[no_mangle]
pub extern "C" fn is_valid(kind: u8, bytes: Bytes) -> bool {
    let bytes = bytes.read();
    match kind {
        0 => VerKey::from_bytes(bytes).is_ok(),
        1 => Signature::from_bytes(bytes).is_ok(),
        2 => ProofOfPossession::from_bytes(bytes).is_ok(),
        3 => Generator::from_bytes(bytes).is_ok(),
        _ => false,
    }
}

#[no_mangle]
pub extern "C" fn verify(generator: Bytes, signature: Bytes, message: Bytes, keys: *const Bytes, count: usize) -> bool {
    let check = || {
        let read: Result<Vec<_>, _> = all(keys, count).into_iter().map(VerKey::from_bytes).collect();
        let read = read.ok()?;
        let signature = MultiSignature::from_bytes(signature.read()).ok()?;
        let generator = Generator::from_bytes(generator.read()).ok()?;
        Bls::verify_multi_sig(&signature, message.read(), &read.iter().collect::<Vec<_>>(), &generator).ok()
    };
    check().unwrap_or(false)
}

#[no_mangle]
pub extern "C" fn verify_proof(generator: Bytes, proof: Bytes, ver_key: Bytes) -> bool {
    let check = || {
        let proof = ProofOfPossession::from_bytes(proof.read()).ok()?;
        let (key, generator) = (VerKey::from_bytes(ver_key.read()).ok()?, Generator::from_bytes(generator.read()).ok()?);
        Bls::verify_proof_of_posession(&proof, &key, &generator).ok()
    };
    check().unwrap_or(false)
}
