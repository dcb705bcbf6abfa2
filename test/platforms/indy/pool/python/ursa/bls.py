"""The part of python-ursa that indy-plenum calls, on the crate indy-blssignatures: libursa is in no registry."""

import ctypes
import os

from .indy_error import IndyCryptoError


class _Bytes(ctypes.Structure):
    _fields_ = [("pointer", ctypes.c_char_p), ("length", ctypes.c_size_t)]


_library = ctypes.CDLL(os.environ["INDY_TEST_BLS"])
for _name in ("is_valid", "verify", "verify_proof"):
    getattr(_library, _name).restype = ctypes.c_bool
for _name in ("sign_key", "ver_key", "proof", "sign", "multi_signature"):
    getattr(_library, _name).restype = ctypes.c_size_t


def _of(data):
    return _Bytes(bytes(data), len(data))


def _list(entities):
    return (_Bytes * len(entities))(*[_of(entity.as_bytes()) for entity in entities]), ctypes.c_size_t(len(entities))


def _made(name, *arguments):
    out = ctypes.create_string_buffer(512)
    length = getattr(_library, name)(*arguments, out)
    if length == 0:
        raise IndyCryptoError(name)
    return out.raw[:length]


class BlsEntity:
    kind = None

    def __init__(self, data):
        self._data = bytes(data)

    def as_bytes(self):
        return self._data

    @classmethod
    def from_bytes(cls, data):
        if cls.kind is not None and not _library.is_valid(ctypes.c_uint8(cls.kind), _of(data)):
            raise IndyCryptoError(cls.__name__)
        return cls(data)


class Generator(BlsEntity):
    kind = 3


class SignKey(BlsEntity):
    @classmethod
    def new(cls, seed):
        return cls(_made("sign_key", _of(os.urandom(32) if seed is None else seed)))


class VerKey(BlsEntity):
    kind = 0

    @classmethod
    def new(cls, gen, sign_key):
        return cls(_made("ver_key", _of(gen.as_bytes()), _of(sign_key.as_bytes())))


class ProofOfPossession(BlsEntity):
    kind = 2

    @classmethod
    def new(cls, ver_key, sign_key):
        return cls(_made("proof", _of(ver_key.as_bytes()), _of(sign_key.as_bytes())))


class Signature(BlsEntity):
    kind = 1


class MultiSignature(BlsEntity):
    kind = 1

    @classmethod
    def new(cls, signatures):
        return cls(_made("multi_signature", *_list(signatures)))


class Bls:
    @staticmethod
    def sign(message, sign_key):
        return Signature(_made("sign", _of(message), _of(sign_key.as_bytes())))

    @staticmethod
    def verify(signature, message, ver_key, gen):
        return Bls.verify_multi_sig(signature, message, [ver_key], gen)

    @staticmethod
    def verify_multi_sig(multi_sig, message, ver_keys, gen):
        keys, count = _list(ver_keys)
        return _library.verify(_of(gen.as_bytes()), _of(multi_sig.as_bytes()), _of(message), keys, count)

    @staticmethod
    def verify_pop(pop, ver_key, gen):
        return _library.verify_proof(_of(gen.as_bytes()), _of(pop.as_bytes()), _of(ver_key.as_bytes()))
