class IndyCryptoError(Exception):
    """What indy-plenum catches when bytes are no point, key or signature."""
