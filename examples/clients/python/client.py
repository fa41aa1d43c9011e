"""Sends the cases of a municipality as signals, and reads back what is stored.

Exit code 0: everything is stored. 1: a case was rejected, or the call refused. 2: wrong usage.
"""
import collections
import json
import os
import sys
import time

import grpc
from google.rpc import error_details_pb2, status_pb2
from google.type import date_pb2
from regional.signalering.v1 import signalering_service_pb2 as wire
from regional.signalering.v1 import signalering_service_pb2_grpc


def main(address, municipality, file, token):
    with open(file, encoding="utf-8") as opened:
        cases = json.load(opened)
    batches = [cases[i:i + 100] for i in range(0, len(cases), 100)]  # a batch holds at most 500 signals and 64 kB
    metadata = [("authorization", f"Bearer {token}")]
    with grpc.insecure_channel(address) as channel:
        service = signalering_service_pb2_grpc.SignaleringServiceStub(channel)
        try:
            outcomes = push(service, metadata, municipality, batches)
            list_signals(service, metadata)
        except grpc.RpcError as refused:
            print(explain(refused), file=sys.stderr)
            return 1
    print(f"{outcomes['accepted']} accepted, {outcomes['duplicate']} duplicate, {outcomes['rejected']} rejected")
    return 0 if outcomes["accepted"] + outcomes["duplicate"] == len(cases) else 1


def push(service, metadata, municipality, batches):
    """A batch is stored when it is answered. After a break what was not answered is sent again; by the request ids nothing is stored twice."""
    outcomes = collections.Counter()
    answered = breaks = 0
    while True:
        try:
            waiting = (
                wire.PushSignalsRequest(batch=number, signals=[request(each, municipality) for each in batch])
                for number, batch in enumerate(batches[answered:], 1)
            )
            for answer in service.PushSignals(waiting, metadata=metadata, timeout=60):
                report(batches[answered], answer, outcomes)
                answered += 1
                breaks = 0
            return outcomes
        except grpc.RpcError as broken:
            if not may_try_again(broken) or breaks == 3:
                raise
            pause = 1 << breaks
            print(f"{explain(broken)} Trying again in {pause} s.", file=sys.stderr)
            time.sleep(pause)
            breaks += 1


def request(case, municipality):
    signal = wire.Signal(
        municipality=municipality,
        case_number=case["caseNumber"],
        person_number=case["personNumber"],
        birth_date=date_of(case["birthDate"]),
        postcode=case["postcode"],
        kind=f"VERZUIM_KIND_{case['kind']}",
        start_date=date_of(case["from"]),
        end_date=date_of(case["until"]),
        missed_hours=case["hours"],
        establishment=case["school"],
    )
    return wire.CreateSignalRequest(request_id=case["requestId"], signal=signal)


def date_of(text):
    return text and date_pb2.Date(**dict(zip(("year", "month", "day"), map(int, text.split("-")))))


def report(batch, answer, outcomes):
    """An answer names the items about which there is something to say, by their place in the batch. The others were accepted."""
    results = {result.index: result for result in answer.results}
    for index, case in enumerate(batch):
        result = results.get(index, wire.ItemResult(outcome=wire.ItemResult.OUTCOME_ACCEPTED))
        outcome = wire.ItemResult.Outcome.Name(result.outcome).removeprefix("OUTCOME_").lower()
        outcomes[outcome] += 1
        print(f"{case['caseNumber']} {outcome} {result.reason}".rstrip())
        for violation in result.violations:
            print(f"  {violation.field}: {violation.description}")
        for note in result.notes:
            print(f"  {note.reason}: {note.description}")


def list_signals(service, metadata):
    page_token = None
    while page_token != "":
        page = service.ListSignals(wire.ListSignalsRequest(parent="regions/-", page_size=100, page_token=page_token), metadata=metadata, timeout=10)
        for signal in page.signals:
            print(f"stored {signal.case_number} as {signal.name}")
        page_token = page.next_page_token


def may_try_again(failed):
    """A refusal names its reason. What has none is the connection that broke; UNAVAILABLE is a service that stops or cannot store just now."""
    return failed.code() is grpc.StatusCode.UNAVAILABLE or detail(failed, error_details_pb2.ErrorInfo) is None


def explain(failed):
    info = detail(failed, error_details_pb2.ErrorInfo)
    bad = detail(failed, error_details_pb2.BadRequest)
    fields = "".join(f" {violation.field}: {violation.description}." for violation in bad.field_violations) if bad else ""
    return f"{info.reason if info else failed.code().name}: {failed.details()}{fields}"


def detail(failed, kind):
    """Details travel in this trailer, as a google.rpc.Status."""
    trailers = dict(failed.trailing_metadata() or [])
    for each in status_pb2.Status.FromString(trailers.get("grpc-status-details-bin", b"")).details:
        if each.Is(kind.DESCRIPTOR):
            return kind.FromString(each.value)
    return None


if __name__ == "__main__":
    if len(sys.argv) != 4 or not os.path.exists(sys.argv[3]) or not os.environ.get("TOKEN"):
        print("Usage: <host:port> <municipality> <cases.json>; the file must exist, and the environment variable TOKEN hold a token.", file=sys.stderr)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:], os.environ["TOKEN"]))
