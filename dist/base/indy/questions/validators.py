"""Asks validators at their client ports how they are, as any client may: with a key that is made for it, and thrown away.

Prints a line of JSON for each thing that is known:
  {"time": SECONDS}                             the clock of this pod
  {"alias": ALIAS, "host": HOST, "port": NUMBER, "connected": BOOLEAN, "handshake": BOOLEAN}   last, for each validator
  {"alias": ALIAS, "ledger": ID, "size": NUMBER, "root": ROOT}   of each ledger
  {"alias": ALIAS, "reply": RESULT}             to the question about an identity: data, and proof of the state
  {"alias": ALIAS, "refused": REASON}           instead of that
  {"alias": ALIAS, "pool": HASH}                its pool transactions
  {"pool": HASH, "transactions": [...]}         once for all validators with the same ones

/etc/inquiry/questions.json has {"validators": [{"alias", "host", "port", "key"}], "did": DID, "seconds": NUMBER}. The key is that of
the validator for CurveZMQ, in hexadecimal digits.
"""
import base64
import hashlib
import json
import sys
import time

import zmq
from zmq.utils import z85
from zmq.utils.monitor import recv_monitor_message

POOL, LEDGERS = 0, (0, 1, 2, 3)  # pool, domain, config, audit
# Any of them may be malicious: none may fill the memory of this pod, or its log, which has the answers of the others too.
MOST_TRANSACTIONS = 3000
MOST_BYTES = 2 << 20  # of all its messages
LARGEST_MESSAGE = 256 << 10  # indy-plenum sends none above 128 KiB (MSG_LEN_LIMIT)
MOST_WAITING = 16  # messages: those after them wait in the network


def say(**fact):
    print(json.dumps(fact, sort_keys=True, separators=(',', ':')), flush=True)


class Validator:
    def __init__(self, context, target, did):
        self.alias, self.host, self.port = target['alias'], target['host'], target['port']
        self.did = did
        self.connected = self.handshake = False
        self.waiting = {('ledger', ledger) for ledger in LEDGERS} | {('reply',), ('pool',)}
        self.transactions = {}
        self.size = None
        self.bytes = 0
        self.is_unreadable = False
        public, secret = zmq.curve_keypair()
        self.socket = context.socket(zmq.DEALER)
        self.socket.linger = 0
        self.socket.maxmsgsize = LARGEST_MESSAGE
        self.socket.rcvhwm = MOST_WAITING
        self.socket.ipv6 = True
        self.socket.identity = base64.b64encode(z85.decode(public))
        self.socket.curve_publickey, self.socket.curve_secretkey = public, secret
        self.socket.curve_serverkey = z85.encode(bytes.fromhex(target['key']))
        self.monitor = self.socket.get_monitor_socket()
        self.socket.connect('tcp://%s:%d' % ('[%s]' % self.host if ':' in self.host else self.host, self.port))
        self.ask()

    def send(self, **message):
        self.socket.send_string(json.dumps(message), zmq.DONTWAIT)

    def ask(self):
        status = dict(op='LEDGER_STATUS', txnSeqNo=0, merkleRoot='', viewNo=None, ppSeqNo=None, protocolVersion=2)
        for ledger in LEDGERS:
            # The root is not looked at, but has to be one: this is that of an empty ledger.
            self.send(**dict(status, ledgerId=ledger, merkleRoot='GKot5hBsd81kMupNCXHaqbhv3huEbxAFMLnpcX2hniwn'))
        self.send(identifier='LibindyDid111111111111', reqId=time.time_ns() // 1000, protocolVersion=2,
                  operation={'type': '105', 'dest': self.did})

    def watch(self):
        event = recv_monitor_message(self.monitor)['event']
        if event == zmq.EVENT_CONNECTED:
            self.connected = True
        elif event == zmq.EVENT_HANDSHAKE_SUCCEEDED:
            self.handshake = True

    def receive(self):
        text = self.socket.recv()
        self.bytes += len(text)
        if text in (b'pi', b'po') or self.bytes > MOST_BYTES:
            return
        # An answer that is none counts as none, whatever a validator sends.
        try:
            message = json.loads(text)
            for one in message.get('messages', [message]) if message.get('op') == 'BATCH' else [message]:
                self.take(json.loads(one) if isinstance(one, str) else one)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            if not self.is_unreadable:
                print('%s sends an answer that cannot be read: %r' % (self.alias, error), file=sys.stderr)
            self.is_unreadable = True

    def take(self, message):
        op = message.get('op')
        if op in ('CONSISTENCY_PROOF', 'LEDGER_STATUS'):
            ledger = message['ledgerId']
            behind = op == 'CONSISTENCY_PROOF'
            size = message['seqNoEnd' if behind else 'txnSeqNo']
            self.known('ledger', ledger, ledger=ledger, size=size, root=message['newMerkleRoot' if behind else 'merkleRoot'])
            if ledger == POOL and self.size is None:
                self.size = size
                if size > MOST_TRANSACTIONS:
                    self.waiting.discard(('pool',))  # a part of them would tell of validators that left
                    return
                self.send(op='CATCHUP_REQ', ledgerId=POOL, seqNoStart=1, seqNoEnd=self.size, catchupTill=self.size)
        elif op == 'CATCHUP_REP' and message['ledgerId'] == POOL:
            told = {int(number): txn for number, txn in message['txns'].items()}
            self.transactions.update({number: txn for number, txn in told.items() if 1 <= number <= self.size})
            if len(self.transactions) == self.size:
                self.known('pool', pool=self.print_transactions())
        elif op == 'REPLY':
            self.known('reply', reply=message['result'])
        elif op in ('REQNACK', 'REJECT'):
            self.known('reply', refused=str(message.get('reason'))[:200])

    printed = set()

    def print_transactions(self):
        transactions = [self.transactions[number] for number in sorted(self.transactions)]
        digest = hashlib.sha256(json.dumps(transactions, sort_keys=True).encode()).hexdigest()
        if digest not in self.printed:
            self.printed.add(digest)
            say(pool=digest, transactions=transactions)
        return digest

    def known(self, *what, **fact):
        if what in self.waiting:
            self.waiting.remove(what)
            say(alias=self.alias, **fact)


def main(path):
    with open(path) as file:
        questions = json.load(file)
    say(time=int(time.time()))
    context = zmq.Context()
    context.max_sockets = max(context.max_sockets, 4 * len(questions['validators']))
    validators = [Validator(context, target, questions['did']) for target in questions['validators']]
    poller = zmq.Poller()
    handlers = {}
    for validator in validators:
        for socket, handler in ((validator.socket, validator.receive), (validator.monitor, validator.watch)):
            poller.register(socket, zmq.POLLIN)
            handlers[socket] = handler
    end = time.monotonic() + questions['seconds']
    while any(validator.waiting for validator in validators) and time.monotonic() < end:
        for socket, _ in poller.poll(200):
            handlers[socket]()
    for validator in validators:
        say(alias=validator.alias, host=validator.host, port=validator.port,
            connected=validator.connected, handshake=validator.handshake)


if __name__ == '__main__':
    main(sys.argv[1] if len(sys.argv) > 1 else '/etc/inquiry/questions.json')
