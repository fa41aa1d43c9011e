"""Runs one interop case: python3 interop.py <case>

INTEROP_ADDRESS is host:port of the server, INTEROP_TOKEN a token for it, INTEROP_CONTRACT the FileDescriptorSet of the test
services in base64. Exit code 0: the case passed.
"""
import os
import sys

import grpc

from cases import CASES
from client import Server, TokenAndDeadline

name = sys.argv[1]
if name not in CASES:
    sys.exit(f"No such case: {name}. Cases: {', '.join(CASES)}.")

with grpc.insecure_channel(os.environ["INTEROP_ADDRESS"]) as channel:
    with_identity = grpc.intercept_channel(channel, TokenAndDeadline(os.environ["INTEROP_TOKEN"]))
    CASES[name](Server(with_identity, os.environ["INTEROP_CONTRACT"]))
