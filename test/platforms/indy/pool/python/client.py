"""A client of the pool by indy-vdr, which checks state proofs. Reads a JSON object a line, and answers with one."""

import asyncio
import json
import sys

import libnacl
from indy_vdr import ledger, open_pool

genesis, proxy = sys.argv[1:3]


def signed(question):
    request = ledger.build_custom_request(json.dumps(question["request"]))
    if "seed" in question:
        _, key = libnacl.crypto_sign_seed_keypair(question["seed"].encode())
        request.set_signature(libnacl.crypto_sign(request.signature_input, key)[:64])
    return request


async def answer(pool, question):
    if question["do"] == "refresh":
        return await pool.refresh()
    if question["do"] == "action":
        return await pool.submit_action(signed(question))
    return await pool.submit_request(signed(question))


async def main():
    pool = None
    for line in sys.stdin:
        try:
            pool = pool or await open_pool(transactions_path=genesis, socks_proxy=proxy)
            said = {"answer": await answer(pool, json.loads(line))}
        except Exception as error:
            said = {"error": str(error), "code": getattr(error, "code", None)}
        print(json.dumps(said), flush=True)


asyncio.run(main())
